package io.github.sparsej.imagej.file;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.sparsej.model.Volume;

/**
 * The volumes of many files, of which one file at a time is in memory: each is read when it is asked for, and anew when others were asked for since.
 * Not thread-safe.
 */
public final class FileVolumes extends AbstractList<Volume> {

	/** The volume of a file, from 0. */
	private record Place(Path file, int number) {}

	private final Function<Path, List<Volume>> reader;
	private final List<Place> places = new ArrayList<>();
	private Path last;
	private List<Volume> read = List.of();

	/** @param reader gives the volumes of a file, as many whenever it is asked; what it throws goes to who asks for a volume */
	public FileVolumes(final Function<Path, List<Volume>> reader) {
		this.reader = reader;
	}

	/** Adds the volumes of a file, which has been found to hold so many. */
	public void add(final Path file, final int count) {
		for (int i = 0; i < count; i++) places.add(new Place(file, i));
	}

	@Override
	public Volume get(final int index) {
		final Place place = places.get(index);
		if (!place.file.equals(last)) {
			read = List.of(); // room for the next
			last = null;
			read = reader.apply(place.file);
			last = place.file;
		}
		if (place.number >= read.size()) throw new IllegalArgumentException(place.file + " has been changed while it was worked on");
		return read.get(place.number);
	}

	@Override
	public int size() {
		return places.size();
	}
}
