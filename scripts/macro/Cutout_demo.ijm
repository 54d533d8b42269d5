// What ImageryClient is for, on volumes that are open to all, or on yours. This macro:
// 1) cuts out imagery and all segments of a box, shows them as one image and saves both as TIFF stacks,
// 2) saves a picture of its middle slice with the segments over it,
// 3) measures the segments, and saves the slices and a mask of each of the three largest.
// Run it in Fiji and fill in the dialog, or give the same as the macro's argument, a line each.

given = split(getArgument(), "\n");
if (given.length != 4) {
	Dialog.create("Cutout demo");
	Dialog.addDirectory("Folder for the results", "");
	Dialog.addString("Imagery", "precomputed://gs://neuroglancer-public-data/kasthuri2011/image_color_corrected", 50);
	Dialog.addString("Segmentation", "precomputed://gs://neuroglancer-public-data/kasthuri2011/ground_truth", 50);
	Dialog.addString("Centre x, y, z (voxels)", "5523, 8539, 1198", 20);
	Dialog.show();
	given = newArray(Dialog.getString(), Dialog.getString(), Dialog.getString(), Dialog.getString());
}
output = given[0] + File.separator;
cutout = "source=[" + given[1] + "] segmentation=[" + given[2] + "] center=[" + given[3] + "] size=400,400,5";

run("Imagery Cutout...", cutout + " roots=all save=[" + output + "cutout.tif]");

shown = getImageID();
setSlice(3);
run("Flatten", "slice");
saveAs("PNG", output + "cutout_overlay.png");
close();
selectImage(shown);

run("Segmentation Masks...", cutout + " roots=all masks=false table=true");
Table.sort("voxels");
last = Table.size - 1;
roots = Table.getString("root_id", last);
for (i = 1; i < minOf(3, last + 1); i++) roots = roots + "," + Table.getString("root_id", last - i);

run("Imagery Cutout...", cutout + " roots=" + roots + " show=none save=[" + output + "cutout]");
