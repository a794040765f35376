package io.github.sparsej.command;

import java.util.Objects;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.learn.ModelSettings.Start;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.store.AtomChecksum;

/**
 * The keys that tell where learning begins: {@code initial} alone; with a stack of atoms that {@code start} names; or going on
 * from a model that {@code start} names while initial is no stack.
 *
 * @param initial as the user has it
 * @param title   value of key start, as the user has it
 * @param start   where learning begins
 * @param from    the stack's model; null where there is none
 */
record StartChoice(String initial, String title, Start start, SparseModel from) {

	/** @throws IllegalArgumentException naming the key, if a stack is not open or has no model to go on from */
	static StartChoice of(final String initial, final String title) {
		Check.choice("initial", initial, Keys.ONE_OVER_F, Keys.WHITE_NOISE, Keys.PATCHES, Keys.DCT, Keys.STACK);
		final boolean stack = initial.equals(Keys.STACK);
		if (!stack && (title == null || title.isBlank())) return new StartChoice(initial, title, noise(initial), null);
		final ImagePlus image = stack ? AtomStacks.find("start", title) : Titles.find("start", title);
		final SparseModel model = AtomStacks.read(image);
		if (!stack && model.provenance().equals(Provenance.UNKNOWN))
			throw new IllegalArgumentException("start=[" + title + "]: there is no model stored with it to go on from; to begin with its slices as atoms, add initial=Stack");
		final String name = (stack ? "atoms of " : "going on from ") + image.getTitle() + " (checksum " + AtomChecksum.of(model.dictionary()) + ")";
		return new StartChoice(initial, title, Start.given(name, stack ? InitialDictionaries.given(model.dictionary()) : InitialDictionaries.given(model.dictionary(), LearnedState.of(model))), model);
	}

	private static Start noise(final String initial) {
		return switch (initial) {
			case Keys.WHITE_NOISE -> Start.WHITE_NOISE;
			case Keys.PATCHES -> Start.PATCHES;
			case Keys.DCT -> Start.DCT;
			default -> Start.ONE_OVER_F;
		};
	}

	/** Whether this is what keys of these values stand for. */
	boolean isOf(final String otherInitial, final String otherTitle) {
		return Objects.equals(initial, otherInitial) && Objects.equals(title, otherTitle);
	}

	/** Whether learning goes on, with filter, whitening and homeostasis of a model. */
	boolean goesOn() {
		return from != null && !initial.equals(Keys.STACK);
	}

	/** The shape of the patches: that of the atoms there are already, or the one the keys ask for. */
	PatchShape shape(final PatchShape asked) {
		return from == null ? asked : from.shape();
	}

	/** The number of atoms: of those there are already, or the one the keys ask for. */
	int atoms(final int asked) {
		return from == null ? asked : from.dictionary().atomCount();
	}

	/** Says in the Log what is taken from the stack, whatever the keys say. */
	void tell(final String homeostasis) {
		if (from == null) return;
		final String atoms = start.name() + ": " + from.dictionary().atomCount() + " atoms of " + from.shape();
		if (!goesOn()) {
			Notes.say(atoms + ", whatever keys atoms, patchsize and depth say");
			return;
		}
		final String method = from.homeostasis().method();
		Notes.say(atoms + ", filter " + from.filter().name() + " and whitening " + from.whitening().name() + " are taken from it, whatever keys atoms, patchsize, depth, whitening, removemean, scalarmean and disk say; "
			+ (method.equals(homeostasis) ? "so is what homeostasis " + method + " has learned" : "what its homeostasis " + method + " has learned is taken as far as homeostasis " + homeostasis + " can use it"));
	}
}
