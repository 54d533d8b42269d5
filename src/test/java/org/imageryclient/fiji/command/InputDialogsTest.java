// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.imageryclient.cutout.RootSelection;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.PersonAtDialog;
import org.imageryclient.testing.SampleVolume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.prefs.PrefService;
import org.scijava.service.Service;
import org.scijava.ui.DialogPrompt;
import org.scijava.ui.DialogPrompt.MessageType;
import org.scijava.ui.DialogPrompt.OptionType;
import org.scijava.ui.UIService;
import org.scijava.ui.headless.HeadlessUI;

/** What users are asked, in which order, and when once more. */
class InputDialogsTest {

	private static final List<String> SHOWN = new ArrayList<>();
	private static final Deque<Map<String, Object>> ANSWERS = new ArrayDeque<>();
	private static final List<String> COMPLAINTS = new ArrayList<>();

	private static final Map<String, Object> GOOD = Map.of("source", SampleVolume
		.em(), "center", "20512,12512,310", "size", "8,8,1");

	private final Context context = new Context();

	@BeforeEach
	void open() {
		SHOWN.clear();
		ANSWERS.clear();
		COMPLAINTS.clear();
		context.service(PluginService.class).addPlugin(new PluginInfo<>(User.class,
			PreprocessorPlugin.class));
		context.service(UIService.class).addUI(HeadlessUI.NAME, new Screen());
	}

	@AfterEach
	void dispose() {
		context.service(PrefService.class).clear(ImageryCutoutCommand.class);
		context.dispose();
	}

	@Test
	void firstDialog_asksForFew() throws ModuleException {
		ANSWERS.add(GOOD);

		process(module());

		assertEquals(List.of(
			"help source segmentation center size mip roots plan preview fitting advanced show save"),
			SHOWN);
	}

	@Test
	void presetValues_areWhatTheDialogOpensWith() throws ModuleException {
		final Module module = module();
		((CutoutCommand) module.getDelegateObject()).preset(Map.of("source",
			SampleVolume.em(), "center", "20512,12512,310", "timestamp", "2024-03-05",
			"colors", "tab10"));
		ANSWERS.add(Map.of("size", "8,8,1"));

		process(module);

		assertEquals("20512,12512,310", module.getInput("center"));
		assertEquals("8,8,1", module.getInput("size"));
		assertEquals("2024-03-05", module.getInput("timestamp"));
		assertEquals("tab10", module.getInput("colors"));
		assertTrue(module.isInputResolved("colors"));
	}

	@Test
	void askedAgain_keepsWhatWasTyped() throws ModuleException {
		context.service(PrefService.class).put(ImageryCutoutCommand.class, "size",
			"7,7,7");
		ANSWERS.add(with("center", "1,2"));
		ANSWERS.add(Map.of("center", "20512,12512,310"));
		final Module module = module();

		process(module);

		assertEquals("8,8,1", module.getInput("size"));
		assertEquals(SampleVolume.em(), module.getInput("source"));
	}

	@Test
	void presetValues_canBeChangedInTheSecondDialog() throws ModuleException {
		final Module module = module();
		((CutoutCommand) module.getDelegateObject()).preset(Map.of("source",
			SampleVolume.em(), "center", "20512,12512,310", "size", "4,4", "colors",
			"tab10"));
		ANSWERS.add(Map.of("advanced", true, "size", "8,8,1"));
		ANSWERS.add(Map.of("fit", "native"));

		process(module);

		assertEquals("8,8,1", module.getInput("size"));
		assertEquals("tab10", module.getInput("colors"));
	}

	@Test
	void linkDialog_asksForTheLinkAloneUntilItIsRight() throws ModuleException {
		ANSWERS.add(Map.of("link", "minnie65_public"));
		ANSWERS.add(Map.of("link",
			"{\"layers\":[{\"type\":\"image\",\"source\":\"gs://b/em\"}]}"));
		final Module module = context.service(ModuleService.class).createModule(
			context.service(CommandService.class).getCommand(
				OpenNeuroglancerLinkCommand.class));

		process(module);

		assertEquals(2, SHOWN.size());
		assertTrue(SHOWN.get(0).endsWith(" cutouts link"), SHOWN.get(0));
		assertEquals(1, COMPLAINTS.size());
		assertTrue(COMPLAINTS.get(0).contains("Neuroglancer link"), COMPLAINTS.get(
			0));
	}

	@Test
	void advancedTicked_asksForTheRestInASecondDialog() throws ModuleException {
		ANSWERS.add(with("advanced", true));
		ANSWERS.add(Map.of("fit", "native"));
		final Module module = module();

		process(module);

		assertTrue(SHOWN.get(1).startsWith(
			"help bounds resolution timestamp fit resample resize strict"), SHOWN.get(
				1));
		assertEquals("native", module.getInput("fit"));
		assertTrue(module.isInputResolved("fit"));
	}

	@Test
	void wrongInput_isComplainedOfAndAskedForAgain() throws ModuleException {
		ANSWERS.add(with("center", "1,2"));
		ANSWERS.add(GOOD);
		final Module module = module();

		process(module);

		assertEquals(2, SHOWN.size());
		assertEquals(1, COMPLAINTS.size());
		assertTrue(COMPLAINTS.get(0).contains("center"), COMPLAINTS.get(0));
		assertEquals("20512,12512,310", module.getInput("center"));
	}

	@Test
	void rememberedAdvancedValue_doesNotCountUnseen() throws ModuleException {
		context.service(PrefService.class).put(ImageryCutoutCommand.class, "fit",
			"native");
		ANSWERS.add(GOOD);
		final Module module = module();

		process(module);

		assertEquals("auto", module.getInput("fit"));
	}

	@Test
	void rememberedValues_areShown() throws ModuleException {
		context.service(PrefService.class).put(ImageryCutoutCommand.class, "size",
			"7,7,7");
		ANSWERS.add(Map.of("source", SampleVolume.em(), "center", "1,2,3"));
		final Module module = module();

		process(module);

		assertEquals("7,7,7", module.getInput("size"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "9007199254740993", "9223372036854775809",
		"18446744073709551615" })
	void idTypedIn_keepsAllItsDigits(final String id) throws ModuleException {
		final Map<String, Object> answer = with("roots", id);
		answer.put("segmentation", SampleVolume.seg());
		ANSWERS.add(answer);
		final Module module = module();

		process(module);

		assertEquals(RootSelection.ofBits(Long.parseUnsignedLong(id)),
			((CutoutCommand) module.getDelegateObject()).planCutout().request()
				.roots());
	}

	@Test
	void cancel_endsTheCommand() throws ModuleException {
		final Module module = module();

		final InputDialogs dialogs = process(module);

		assertTrue(dialogs.isCanceled());
		assertEquals(1, SHOWN.size());
	}

	@Test
	void inputOfAScript_isNotAskedFor() throws ModuleException {
		ANSWERS.add(GOOD);
		final Module module = module();
		module.setInput("roots", "raw");
		module.resolveInput("roots");

		process(module);

		assertFalse(SHOWN.get(0).contains("roots"), SHOWN.get(0));
		assertEquals("raw", module.getInput("roots"));
	}

	@ParameterizedTest
	@CsvSource({ "source, samples/vnc/nowhere, nowhere", "mip, 9, 9" })
	void whatIsNotThere_isAskedForAgain(final String key, final String value,
		final String named) throws ModuleException
	{
		ANSWERS.add(with(key, value));
		ANSWERS.add(Map.of("source", SampleVolume.em(), "mip", "0"));
		final Module module = module();

		process(module);

		assertEquals(1, COMPLAINTS.size());
		assertTrue(COMPLAINTS.get(0).contains(named), COMPLAINTS.get(0));
		assertEquals(SampleVolume.em(), module.getInput("source"));
	}

	@Test
	void preview_saysWhatItCosts() throws ModuleException {
		final Module module = module();
		module.setInputs(GOOD);

		((CutoutCommand) module.getDelegateObject()).previewPlan();

		final String plan = (String) module.getInput("plan");
		for (final String part : List.of("8 x 8 x 1 voxels",
			"4 chunks, at most 2.5 MB", "64 B of memory", "no roots are looked up"))
			assertTrue(plan.contains(part), plan);
	}

	@Test
	void preview_letsTheEventThreadGoOn() throws Exception {
		try (FaultServer server = FaultServer.over(SampleVolume.FOLDER).latency(
			Duration.ofMillis(200)))
		{
			final Module module = module();
			module.setInputs(with("source", server.url("em")));
			final AtomicBoolean wentOn = new AtomicBoolean();
			final AtomicBoolean wentOnMeanwhile = new AtomicBoolean();

			EventQueue.invokeAndWait(() -> {
				EventQueue.invokeLater(() -> wentOn.set(true));
				((CutoutCommand) module.getDelegateObject()).previewPlan();
				wentOnMeanwhile.set(wentOn.get());
			});

			assertTrue(wentOnMeanwhile.get());
		}
	}

	@Test
	void preview_ofWrongInput_saysWhatIsWrong() throws ModuleException {
		final Module module = module();
		module.setInputs(with("size", "0,0,0"));

		((CutoutCommand) module.getDelegateObject()).previewPlan();

		assertTrue(((String) module.getInput("plan")).contains("size"));
	}

	@Test
	void takeMipThatFits_choosesTheFinestThatIsSmallEnough()
		throws ModuleException
	{
		final Module module = module();
		module.setInputs(with("size", "40000,40000,1"));

		((CutoutCommand) module.getDelegateObject()).takeMipThatFits();

		assertEquals("2", module.getInput("mip"));
	}

	private Module module() throws ModuleException {
		final CommandModule module = new CommandModule(context.service(
			CommandService.class).getCommand(ImageryCutoutCommand.class));
		context.inject(module.getCommand());
		module.getInfo().inputs().forEach(item -> {
			if (Service.class.isAssignableFrom(item.getType()) || item
				.getType() == Context.class) module.resolveInput(item.getName());
		});
		return module;
	}

	private InputDialogs process(final Module module) {
		final InputDialogs dialogs = new InputDialogs();
		context.inject(dialogs);
		dialogs.process(module);
		return dialogs;
	}

	private static Map<String, Object> with(final String name,
		final Object value)
	{
		final Map<String, Object> answer = new HashMap<>(GOOD);
		answer.put(name, value);
		return answer;
	}

	/**
	 * Notes what is asked, gives the next answer, cancels where there is none.
	 */
	public static class User extends PersonAtDialog {

		@Override
		public void process(final Module module) {
			final List<String> asked = new ArrayList<>();
			for (final ModuleItem<?> item : module.getInfo().inputs())
				if (!module.isInputResolved(item.getName())) asked.add(item.getName());
			SHOWN.add(String.join(" ", asked));
			if (ANSWERS.isEmpty()) {
				cancel("");
				return;
			}
			ANSWERS.remove().forEach(module::setInput);
		}
	}

	/** Is there, and notes the messages that it is to show. */
	private static final class Screen extends HeadlessUI {

		@Override
		public boolean isVisible() {
			return true;
		}

		@Override
		public DialogPrompt dialogPrompt(final String message, final String title,
			final MessageType type, final OptionType options)
		{
			COMPLAINTS.add(message);
			return () -> DialogPrompt.Result.OK_OPTION;
		}
	}
}
