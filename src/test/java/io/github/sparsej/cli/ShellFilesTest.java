package io.github.sparsej.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.file.ModelFiles;
import io.github.sparsej.imagej.file.NamedFiles;
import io.github.sparsej.imagej.file.Samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;

/** Real runs of commands over files: what they write, what they leave alone, what they say, and by which exit code. */
class ShellFilesTest {

	private static final String[] QUICK = { "--method", "DCT", "--sigma", "10", "--patchsize", "6", "--stride", "3" };

	@TempDir
	private Path folder;
	private Path cell;

	@BeforeEach
	void writeAnImage() throws IOException {
		final ImagePlus sample = Samples.open(Samples.Sample.CELL);
		sample.setRoi(200, 300, 48, 40);
		cell = folder.resolve("cell.tif");
		ModelFiles.save(sample.crop(), cell);
	}

	private String file(final String name) {
		return folder.resolve(name).toString();
	}

	private ShellRun denoise(final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("denoise", cell.toString()));
		arguments.addAll(List.of(QUICK));
		arguments.addAll(List.of(more));
		return ShellRun.of(arguments.toArray(String[]::new));
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(path -> path.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void aResultIsWrittenAndNamed() throws IOException {
		final byte[] before = Files.readAllBytes(cell);
		final String[] open = Titles.open(); // by other tests
		final ShellRun run = denoise("-o", file("out.tif"));
		assertThat(run.exitCode()).as(run.err()).isZero();
		assertThat(run.out().lines()).first().isEqualTo(file("out.tif"));
		assertThat(run.out()).contains("Sigma", "cell.tif");
		final ImagePlus result = NamedFiles.open(folder.resolve("out.tif"));
		assertThat(List.of(result.getWidth(), result.getHeight(), result.getBitDepth())).containsExactly(48, 40, 32);
		assertThat(Files.readAllBytes(cell)).isEqualTo(before);
		assertThat(Titles.open()).isEqualTo(open);
	}

	@Test
	void aChainOfCommandsWorksOverFiles() throws IOException {
		assertThat(ShellRun.of("learn", cell.toString(), "--patchsize", "6", "--atoms", "24", "--patches", "800", "--iterations", "20", "-o", file("atoms.tif")).out().lines())
			.containsExactly(file("atoms.tif"), file("cell-learning-curve.png"));
		assertThat(ShellRun.of("encode", cell.toString(), "--dictionary", file("atoms.tif"), "--nonzeros", "6", "--stride", "2", "-o", file("code.tif")).exitCode()).isZero();
		assertThat(ShellRun.of("reconstruct", file("code.tif"), "--dictionary", file("atoms.tif"), "-o", file("again.tif")).exitCode()).isZero();
		final ShellRun compared = ShellRun.of("compare-with-reference", file("again.tif"), "--reference", cell.toString(), "--table", file("quality.csv"));
		assertThat(compared.out().strip()).isEqualTo(file("quality.csv"));
		final String[] row = Files.readString(folder.resolve("quality.csv")).split("\n")[1].split(",");
		assertThat(row).startsWith("again.tif", "cell.tif");
		assertThat(Double.parseDouble(row[2])).as("PSNR in dB").isGreaterThan(25);
		assertThat(ShellRun.of("mosaic", file("atoms.tif"), "-o", file("mosaic.png")).err()).contains("became 0 to 255");
		assertThat(NamedFiles.open(folder.resolve("mosaic.png")).getWidth()).isGreaterThan(24);
		assertThat(ShellRun.of("save-dictionary", file("atoms.tif"), "--path", file("kept")).out().strip()).isEqualTo(file("kept.tif"));
		assertThat(ShellRun.of("save-dictionary", file("atoms.tif"), "--path", file("kept")).exitCode()).isEqualTo(Shell.FAILED);
	}

	@Test
	void whiteningIsTakenBackFromTheFile() throws IOException {
		assertThat(ShellRun.of("whiten", cell.toString(), "-o", folder.toString()).out().strip()).isEqualTo(file("cell-whitened.tif"));
		assertThat(ShellRun.of("whiten", file("cell-whitened.tif"), "--inverse", "-o", folder.toString()).out().strip()).isEqualTo(file("cell-unwhitened.tif"));
	}

	@Test
	void severalImagesAreWorkedOnInTurnAlsoAfterABadOne() throws IOException {
		final Path bad = Files.writeString(folder.resolve("bad.tif"), "no image");
		final Path second = Files.copy(cell, folder.resolve("second.tif"));
		final ShellRun run = ShellRun.of("whiten", cell.toString(), bad.toString(), second.toString(), "-o", folder.toString());
		assertThat(run.exitCode()).isEqualTo(Shell.FAILED);
		assertThat(run.out().lines()).containsExactly(file("cell-whitened.tif"), file("second-whitened.tif"));
		assertThat(run.err()).contains("bad.tif");
		final ShellRun oneName = ShellRun.of("whiten", cell.toString(), second.toString(), "-o", file("one.tif"));
		assertThat(oneName.exitCode()).isEqualTo(Shell.WRONG_USAGE);
	}

	@Test
	void noFileIsReplacedUnlessAsked() throws IOException {
		final Path there = Files.writeString(folder.resolve("there.tif"), "precious");
		assertThat(denoise("-o", there.toString())).satisfies(run -> assertThat(run.exitCode()).isEqualTo(Shell.FAILED)).satisfies(run -> assertThat(run.err()).contains("there.tif", "--force"));
		assertThat(Files.readString(there)).isEqualTo("precious");
		assertThat(denoise("-o", there.toString(), "--force").exitCode()).isZero();
		assertThat(NamedFiles.open(there).getWidth()).isEqualTo(48);
		final byte[] input = Files.readAllBytes(cell);
		assertThat(denoise("-o", cell.toString(), "--force").exitCode()).isEqualTo(Shell.FAILED);
		assertThat(denoise("--table", cell.toString(), "--force").exitCode()).isEqualTo(Shell.FAILED);
		assertThat(Files.readAllBytes(cell)).isEqualTo(input);
		Files.writeString(folder.resolve("cell-denoised.tif"), "precious too");
		assertThat(denoise("-o", folder.toString()).out().lines()).first().isEqualTo(file("cell-denoised-2.tif"));
	}

	@Test
	void wrongUsageIsToldApartFromFailure() throws IOException {
		assertThat(ShellRun.of("denoize", cell.toString())).satisfies(run -> assertThat(run.exitCode()).isEqualTo(Shell.WRONG_USAGE)).satisfies(run -> assertThat(run.err()).contains("denoise"));
		assertRefused(denoise("--sgma", "5"), Shell.WRONG_USAGE, "--sgma");
		assertRefused(denoise("--gain", "1,5"), Shell.WRONG_USAGE, "gain=1,5: a number with a decimal point is needed");
		assertRefused(denoise("--keepatoms=maybe"), Shell.WRONG_USAGE, "--keepatoms");
		assertRefused(denoise("--threads", "0"), Shell.WRONG_USAGE, "threads=0");
		assertRefused(denoise("-o", file("out.jpg")), Shell.WRONG_USAGE, ".tif");
		assertRefused(ShellRun.of("denoise"), Shell.WRONG_USAGE, "FILE", "file");
		assertRefused(ShellRun.of("learn"), Shell.WRONG_USAGE, "file");
		assertRefused(denoise("--gain", "500"), Shell.FAILED, "gain=500.0: a number from 0.01 to 100 is needed");
		assertRefused(denoise("--noise", "Loud"), Shell.FAILED, "noise=[Loud]");
		assertRefused(denoise("-o", file("none/out.tif")), Shell.FAILED, "no folder");
		assertRefused(ShellRun.of("denoise", file("none.tif")), Shell.FAILED, "none.tif cannot be opened: there is no such file");
		assertRefused(ShellRun.of("encode", cell.toString(), "--dictionary", file("none.tif")), Shell.FAILED, "none.tif cannot be opened");
		assertThat(names()).containsExactly("cell.tif");
	}

	private static void assertRefused(final ShellRun run, final int code, final String... anyOf) {
		assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
		assertThat(run.out()).isEmpty();
		assertThat(anyOf).as(run.err()).anyMatch(run.err()::contains);
	}

	@Test
	void flagsAreSwitchedOnAndOff() throws IOException {
		final String[] learn = { "learn", cell.toString(), "--patchsize", "4", "--atoms", "8", "--patches", "50", "--iterations", "1", "--force", "-o", file("atoms.tif") };
		for (final String off : List.of("--no-curves", "--curves=false")) assertThat(with(learn, off).out().lines()).as(off).hasSize(1);
		for (final String on : List.of("--curves", "--curves=true")) assertThat(with(learn, on).out().lines()).as(on).hasSize(2);
	}

	private static ShellRun with(final String[] arguments, final String more) {
		final List<String> all = new ArrayList<>(List.of(arguments));
		all.add(more);
		return ShellRun.of(all.toArray(String[]::new));
	}

	@Test
	void progressIsALineInATerminalAndNothingInAPipe() {
		final String[] whiten = { "whiten", cell.toString(), "--force", "-o", file("w.tif") };
		assertThat(ShellRun.of(whiten).err()).isEmpty();
		assertThat(with(whiten, "--progress").err()).matches("(?s)[^\\r]*\\d+ %[^\\r]*");
		final ShellRun terminal = ShellRun.of(true, () -> false, whiten);
		assertThat(terminal.err()).contains("\r[", " %").doesNotContain("\n").endsWith("\r");
		assertThat(terminal.out()).doesNotContain("\r");
	}

	@Test
	void whatThereIsWhenStoppedIsWrittenAndMarked() throws IOException {
		final AtomicInteger asked = new AtomicInteger();
		final ShellRun run = ShellRun.of(false, () -> asked.incrementAndGet() > 40, "learn", cell.toString(), "--patchsize", "6", "--atoms", "24", "--patches", "500", "--iterations", "100000", "--no-curves", "-o", file("atoms.tif"));
		assertThat(run.exitCode()).isEqualTo(Shell.STOPPED);
		assertThat(run.out().strip()).isEqualTo(file("atoms-stopped.tif"));
		assertThat(run.err()).contains("stopped");
		assertThat(NamedFiles.open(folder.resolve("atoms-stopped.tif")).getStackSize()).isEqualTo(24);
		assertThat(names()).containsExactly("atoms-stopped.tif", "cell.tif");
	}

	@Test
	void decimalCommasOfTheLocaleDoNotMatter() throws IOException {
		final Locale before = Locale.getDefault();
		final ShellRun plain = denoise("-o", file("plain.tif"), "--gain", "1.05", "--table", file("plain.csv"));
		try {
			Locale.setDefault(Locale.GERMANY);
			assertThat(denoise("-o", file("german.tif"), "--gain", "1.05", "--table", file("german.csv")).exitCode()).isEqualTo(plain.exitCode()).isZero();
		}
		finally {
			Locale.setDefault(before);
		}
		assertThat(folder.resolve("german.tif")).hasSameBinaryContentAs(folder.resolve("plain.tif"));
		assertThat(Files.readString(folder.resolve("german.csv"))).contains("10.0000");
	}
}
