package io.github.sparsej;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the project's shape: which package may use which, and what no package may do. */
class ArchitectureTest {

	static final String ROOT = "io.github.sparsej";

	private static final String[] CORE = within("model", "linalg", "patch", "whiten", "encode", "learn", "autoencoder", "convolve", "restore", "store", "analyze");
	private static final String[] FFT_AND_EJML = { "org.ejml..", "org.jtransforms..", "pl.edu.icm..", ROOT + ".shaded.." };

	static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();
	static final ArchRule noCyclesBetweenTheRoomsOfImagej = slices().matching(ROOT + ".imagej.(*)..").should().beFreeOfCycles();

	static final ArchRule modelUsesTheJdkOnly = classes().that().resideInAPackage(ROOT + ".model..").should().onlyDependOnClassesThat().resideInAnyPackage(ROOT + ".model..", "java..");
	static final ArchRule linalg = uses("linalg", "model");
	static final ArchRule patch = uses("patch", "model", "linalg");
	static final ArchRule whiten = uses("whiten", "model", "linalg");
	static final ArchRule encode = uses("encode", "model", "linalg");
	static final ArchRule learn = uses("learn", "patch", "whiten", "encode", "model", "linalg");
	static final ArchRule autoencoder = uses("autoencoder", "patch", "whiten", "encode", "model", "linalg");
	static final ArchRule convolve = uses("convolve", "learn", "patch", "whiten", "model", "linalg");
	static final ArchRule restore = uses("restore", "learn", "autoencoder", "convolve", "patch", "whiten", "encode", "model", "linalg");
	static final ArchRule store = uses("store", "learn", "autoencoder", "convolve", "patch", "whiten", "encode", "model", "linalg");
	static final ArchRule analyze = uses("analyze", "restore", "store", "learn", "autoencoder", "convolve", "patch", "whiten", "encode", "model", "linalg");
	static final ArchRule image = uses("image", "analyze", "restore", "store", "learn", "autoencoder", "convolve", "patch", "whiten", "encode", "model", "linalg");
	static final ArchRule imagej = uses("imagej", "image", "analyze", "restore", "store", "learn", "autoencoder", "convolve", "patch", "whiten", "encode", "model", "linalg");
	static final ArchRule command = uses("command", "imagej", "image", "analyze", "restore", "store", "learn", "autoencoder", "convolve", "patch", "whiten", "encode", "model", "linalg");

	static final ArchRule cli = uses("cli", "command", "imagej", "model");

	static final ArchRule ijOnlyInImagejAndCommand = onlyIn("ij..", "imagej", "command");
	static final ArchRule imglibOnlyInImageAndImagej = onlyIn("net.imglib2..", "image", "imagej");
	static final ArchRule scijavaOnlyInCommandAndTheBridge = onlyIn("org.scijava..", "imagej.bridge", "command");
	static final ArchRule matrixLibrariesOnlyInLinalg = noClasses().that().resideOutsideOfPackages(ROOT + ".linalg..", ROOT + ".shaded..").should().dependOnClassesThat().resideInAnyPackage(FFT_AND_EJML);
	static final ArchRule commandLineLibraryOnlyInCli = onlyIn("picocli..", "cli");
	static final ArchRule jsonOnlyInStore = onlyIn("com.google.gson..", "store");
	static final ArchRule theCoreHasNoWindows = noClasses().that().resideInAnyPackage(CORE).should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");

	static final ArchRule noForeignMatrixInASignature = methods().that().areDeclaredInClassesThat().resideInAPackage(ROOT + "..").and().areNotPrivate().and(arePublicOrProtected()).should(notMention(FFT_AND_EJML));
	static final ArchRule noUtil = noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helper..");
	static final ArchRule noMutableStatic = fields().that().areStatic().and().areDeclaredInClassesThat().resideInAPackage(ROOT + "..").and(areNotTheBridgesContext()).should().beFinal();
	static final ArchRule noUnseededRandom = noClasses().should().dependOnClassesThat().belongToAnyOf(Random.class).orShould().callMethod(Math.class, "random");
	static final ArchRule onlyCliPrints = noClasses().that().resideOutsideOfPackage(ROOT + ".cli..").should().accessField(System.class, "out").orShould().accessField(System.class, "err").orShould().callMethod(Throwable.class, "printStackTrace");

	/** One test a rule. (ArchUnit's own JUnit engine would do, but surefire does not count its tests.) */
	@TestFactory
	Stream<DynamicTest> rules() {
		final JavaClasses code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
		return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
			.filter(field -> field.getType() == ArchRule.class)
			.map(field -> DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(code)));
	}

	@Test
	void everyPackageSaysWhatItHolds() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "io", "github", "sparsej"))) {
			assertThat(files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).distinct()).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
		}
	}

	/** The package may use the JDK, foreign libraries (ruled below) and, of ours, only those named. */
	private static ArchRule uses(final String name, final String... others) {
		final String[] allowed = within(others);
		final DescribedPredicate<JavaClass> ours = resideInAnyPackage(ROOT + "..");
		final DescribedPredicate<JavaClass> named = resideInAnyPackage(allowed).or(resideInAnyPackage(within(name)));
		return noClasses().that().resideInAPackage(ROOT + "." + name + "..").should().dependOnClassesThat(ours.and(DescribedPredicate.not(named))).allowEmptyShould(false);
	}

	private static ArchRule onlyIn(final String library, final String... packages) {
		return noClasses().that().resideOutsideOfPackages(within(packages)).should().dependOnClassesThat().resideInAPackage(library);
	}

	private static String[] within(final String... packages) {
		final String[] patterns = packages.clone();
		for (int i = 0; i < patterns.length; i++) patterns[i] = ROOT + "." + patterns[i] + "..";
		return patterns;
	}

	private static DescribedPredicate<JavaMethod> arePublicOrProtected() {
		return DescribedPredicate.describe("are public or protected", method -> method.getModifiers().contains(JavaModifier.PUBLIC) || method.getModifiers().contains(JavaModifier.PROTECTED));
	}

	private static DescribedPredicate<JavaField> areNotTheBridgesContext() {
		return DescribedPredicate.describe("are not the bridge's SciJava context", field -> !(field.getOwner().getSimpleName().equals("BridgeContext") && field.getName().equals("context")));
	}

	private static ArchCondition<JavaMethod> notMention(final String... packages) {
		final DescribedPredicate<JavaClass> foreign = resideInAnyPackage(packages);
		return new ArchCondition<>("not mention a foreign matrix type") {
			@Override
			public void check(final JavaMethod method, final ConditionEvents events) {
				final Set<JavaClass> mentioned = method.getAllInvolvedRawTypes();
				if (method.getOwner().getModifiers().contains(JavaModifier.PUBLIC) && mentioned.stream().anyMatch(foreign))
					events.add(SimpleConditionEvent.violated(method, method.getFullName() + " mentions " + mentioned));
			}
		};
	}
}
