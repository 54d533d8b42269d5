// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.platform.AbstractPlatform;
import org.scijava.platform.Platform;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.service.Service;
import org.scijava.util.POM;
import org.scijava.widget.Button;

/** Help in the dialogs of all commands opens the section on the command. */
class HelpedCommandTest {

	private final Context context = new Context();

	@BeforeEach
	void noBrowser() {
		Browser.OPENED.clear();
		context.service(PluginService.class).addPlugin(new PluginInfo<>(
			Browser.class, Platform.class));
	}

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void everyCommandThatAsks_hasHelp() {
		assertEquals(List.of(), ours().filter(HelpedCommandTest::isAsking).filter(
			command -> command.getInput(HelpedCommand.BUTTON) == null).map(
				CommandInfo::getDelegateClassName).toList());
	}

	@Test
	void button_isNeitherRememberedNorRecorded() throws Exception {
		for (final CommandInfo command : helped().toList()) {
			final ModuleItem<?> button = command.getInput(HelpedCommand.BUTTON);

			assertEquals(Button.class, button.getType());
			assertFalse(button.isPersisted(), command.getTitle());
			// The recorder leaves out what is null.
			assertNull(new CommandModule(command).getInput(HelpedCommand.BUTTON));
		}
	}

	@Test
	void button_opensTheSectionOnTheCommand() throws Exception {
		final POM pom = new POM(new File("pom.xml"));
		final String page = pom.getSCMURL() + "/blob/" + pom.getSCMTag() + "/" +
			HelpedCommand.PAGE;
		final List<String> anchors = anchors(Files.readString(Path.of(
			HelpedCommand.PAGE)));
		for (final CommandInfo info : helped().toList()) {
			Browser.OPENED.clear();
			final CommandModule module = new CommandModule(info);
			context.inject(module.getCommand());

			info.getInput(HelpedCommand.BUTTON).callback(module);

			final URL opened = Browser.OPENED.get(0);
			assertEquals(page, opened.toString().replaceFirst("#.*", ""));
			assertTrue(anchors.contains(opened.getRef()), opened.toString());
			assertTrue(section(((HelpedCommand) module.getCommand()).section())
				.contains(nameOf(info)), info.getTitle());
		}
	}

	/** For who comes from a dialog and wonders where that got them. */
	@Test
	void sections_beginWithWhatTheCommandDoes() throws Exception {
		for (final CommandInfo info : helped().toList()) {
			final String section = ((HelpedCommand) info.createInstance()).section();

			final String first = section(section).lines().skip(1).findFirst()
				.orElseThrow();
			assertTrue(first.matches("\\p{Lu}[^|]{20,}"), section + ": " + first);
		}
	}

	/** Dialogs show labels; the page is in order of keys. */
	@Test
	void sections_nameTheFieldOfEachKey() throws Exception {
		for (final CommandInfo info : helped().filter(c -> !c.is("no-record"))
			.toList())
		{
			final HelpedCommand command = (HelpedCommand) info.createInstance();
			if (command instanceof SampleCommand) continue; // has no dialog
			String page = section(command.section());
			if (command instanceof CutoutCommand) {
				assertTrue(page.contains("(#which-cutout)"), command.section());
				page += section("Which cutout");
			}
			for (final ModuleItem<?> field : info.inputs())
				if (isField(field)) assertTrue(Pattern.compile("(?m)^\\| `" + field
					.getName() + "` \\|[^|]*\\| " + Pattern.quote(field.getLabel()) +
					" \\|").matcher(page).find(), command.section() + ": " + field
						.getLabel());
		}
	}

	private static boolean isField(final ModuleItem<?> input) {
		return !Service.class.isAssignableFrom(input.getType()) && input
			.getType() != Context.class && input.getType() != Button.class && input
				.getVisibility() == ItemVisibility.NORMAL;
	}

	@Test
	void dialog_isNotOpenedForHelpAlone() throws Exception {
		final CommandModule module = new CommandModule(context.service(
			CommandService.class).getCommand(ReopenCutoutCommand.class));
		module.getInfo().inputs().forEach(item -> {
			if (item.getType() != Button.class) module.resolveInput(item.getName());
		});
		assertFalse(UnsetInputs.isAskedFor(module));

		module.unresolveInput("manifest");

		assertTrue(UnsetInputs.isAskedFor(module));
	}

	private Stream<CommandInfo> ours() {
		return context.service(CommandService.class).getCommandsOfType(
			Command.class).stream().filter(command -> command.getDelegateClassName()
				.startsWith(HelpedCommand.class.getPackageName() + "."));
	}

	/** At least one. */
	private Stream<CommandInfo> helped() {
		final List<CommandInfo> helped = ours().filter(command -> command.getInput(
			HelpedCommand.BUTTON) != null).toList();
		assertFalse(helped.isEmpty());
		return helped.stream();
	}

	private static boolean isAsking(final CommandInfo command) {
		return StreamSupport.stream(command.inputs().spliterator(), false).anyMatch(
			input -> !Service.class.isAssignableFrom(input.getType()) && input
				.getType() != Context.class);
	}

	/** As in the menu, without the dots. */
	private static String nameOf(final CommandInfo command) {
		return command.getMenuPath().getLeaf().getName().replace("...", "");
	}

	/** Of a heading, to the next one. */
	private static String section(final String heading) throws Exception {
		return Stream.of(Files.readString(Path.of(HelpedCommand.PAGE)).split(
			"(?m)^## ")).filter(section -> section.startsWith(heading + "\n"))
			.findFirst().orElseThrow(() -> new AssertionError("no section " +
				heading));
	}

	/** As GitHub makes them: the second of a name ends with 1. */
	private static List<String> anchors(final String page) {
		final List<String> anchors = new ArrayList<>();
		Pattern.compile("(?m)^#+ (.*)$").matcher(page).results().map((
			final MatchResult heading) -> heading.group(1).toLowerCase().replaceAll(
				"[^a-z0-9 _-]", "").replace(' ', '-')).forEach(anchor -> anchors.add(
					anchors.contains(anchor) ? anchor + "-1" : anchor));
		return anchors;
	}

	/** A platform whose browser is a list. */
	public static class Browser extends AbstractPlatform {

		static final List<URL> OPENED = new ArrayList<>();

		@Override
		public void open(final URL url) {
			OPENED.add(url);
		}
	}
}
