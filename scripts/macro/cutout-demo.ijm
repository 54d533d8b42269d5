// What ImageryClient is for, on the sample volume that comes with it. This macro:
// 1) cuts out imagery and all segments of a box, shows them as one image and saves both as TIFF stacks,
// 2) saves a picture of its middle slice with the segments over it,
// 3) saves the slices, and a mask of each of three neurites.
// Run it in Fiji and choose a folder, or give the folder as the macro's argument.

output = getArgument();
if (output == "") output = getDir("Choose a folder for the results");
output = output + File.separator;
sample = File.getParent(File.getParent(File.getParent(getInfo("macro.filepath")))) + "/samples/vnc/";
volumes = "source=[" + sample + "em] segmentation=[" + sample + "seg]";
box = " center=20512,12512,310 size=400,400,5";

run("Imagery Cutout...", volumes + box + " roots=all save=[" + output + "cutout.tif]");

setSlice(3);
cutout = getImageID();
run("Flatten", "slice");
saveAs("PNG", output + "cutout_overlay.png");
close();
selectImage(cutout);

run("Imagery Cutout...", volumes + box + " show=none save=[" + output + "cutout]" +
	" roots=864691135752731847,864691135290925686,864691135514888398");
