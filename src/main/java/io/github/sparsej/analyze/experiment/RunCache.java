package io.github.sparsej.analyze.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.store.ModelJson;
import io.github.sparsej.store.WholeFile;

/**
 * A folder of finished runs, one file each, by what determines their results: the values of the signals that are learned
 * from (in which images and the draw of patches show), the filter and the whitening through which noise to begin with is seen too,
 * where learning begins, with what is known there of the use of atoms, and all options of the learner with its seed. Of another
 * program's or damaged files nothing is taken, and a note says so. Thread-safe.
 */
public final class RunCache {

	/** To be raised with every change that makes the same options give other results. */
	private static final int RESULTS = 2;

	private static final String ENDING = ".run.txt";
	/** Hexadecimal digits of a key's checksum that name its file. */
	private static final int NAME_DIGITS = 32;
	private static final int ROWS_PER_REPORT = 4096;

	private final Path folder; // null: nothing is kept
	private final Consumer<String> notes;

	private RunCache(final Path folder, final Consumer<String> notes) {
		this.folder = folder;
		this.notes = notes;
	}

	/** Keeps nothing and finds nothing. */
	public static RunCache none() {
		return new RunCache(null, note -> {});
	}

	/**
	 * @param folder must be there
	 * @param notes  hears of files that cannot be used or written
	 */
	public static RunCache in(final Path folder, final Consumer<String> notes) {
		return new RunCache(folder, notes);
	}

	/** Whether runs are kept anywhere: if not, nothing asks for their keys. */
	boolean keeps() {
		return folder != null;
	}

	/**
	 * What determines the results of learning, in one line.
	 *
	 * @param dataChecksum {@link #checksum} of what is learned from
	 * @param whitening    that it was whitened with
	 */
	static String key(final ModelSettings settings, final String dataChecksum, final Whitening whitening) {
		final Optional<LearnedState> learned = settings.start().maker().make(settings.shape(), settings.filter(), whitening).learned();
		return ("results " + RESULTS + "; signals " + dataChecksum + "; patch " + settings.shape() + "; filter " + ModelJson.writeFilter(settings.filter()) + "; whitening " + checksum(ModelJson.writeWhitening(whitening))
			+ "; start " + settings.start() + learned.map(RunCache::words).orElse("")
			+ "; encoder " + checksum(ModelJson.writeEncoder(settings.learner().encoder())) + "; " + settings.learner()).replaceAll("\\R", " ");
	}

	private static String words(final LearnedState learned) {
		return " with homeostasis " + checksum(ModelJson.writeHomeostasis(learned.homeostasis())) + (learned.statistics().isEmpty() ? "" : " and statistics " + checksum(ModelJson.writeStatistics(learned.statistics())));
	}

	/**
	 * SHA-256 of the numbers of signals and values, and of the values' float32 bits, big-endian; 64 hexadecimal digits.
	 *
	 * @throws CancellationException if the progress asks to stop
	 */
	static String checksum(final Signals signals, final Progress progress) {
		final MessageDigest digest = sha256();
		final byte[] row = new byte[signals.length() * Float.BYTES];
		final ByteBuffer bytes = ByteBuffer.wrap(row);
		digest.update(ByteBuffer.allocate(2 * Integer.BYTES).putInt(signals.count()).putInt(signals.length()).flip());
		for (int i = 0; i < signals.count(); i++) {
			if (i % ROWS_PER_REPORT == 0 && !progress.report((double) i / signals.count(), "Looking for finished runs")) throw new CancellationException("stopped while finished runs were looked for");
			bytes.asFloatBuffer().put(signals.values(), signals.offset(i), signals.length());
			digest.update(row);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static String checksum(final String text) {
		return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
	}

	private Path file(final String key) {
		return folder.resolve(checksum(key).substring(0, NAME_DIGITS) + ENDING);
	}

	/** The run of a key, as it was kept; empty if it is not there or its file is of no use. */
	Optional<FinishedRun> find(final String key, final ExperimentRun run) {
		if (folder == null || !Files.exists(file(key))) return Optional.empty();
		String problem = "it is damaged, or another program's";
		try {
			final Optional<FinishedRun> found = RunText.read(new String(Files.readAllBytes(file(key)), StandardCharsets.UTF_8), key, run);
			if (found.isPresent()) return found;
		}
		catch (final IOException e) {
			problem = e.getClass().getSimpleName() + " " + e.getMessage();
		}
		notes.accept(file(key) + " is not used (" + problem + "): " + run.name() + " is learned anew");
		return Optional.empty();
	}

	/** Keeps a run; that it cannot be written is no more than a note. One at a time, for two runs may have the same key. */
	synchronized void keep(final String key, final FinishedRun run) {
		if (folder == null) return;
		try {
			WholeFile.write(file(key), RunText.write(key, run).getBytes(StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			notes.accept(e.getMessage());
		}
	}
}
