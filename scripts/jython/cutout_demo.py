#@ CutoutService cutouts
#@ File (label = "Sample volume (samples/vnc)", style = "directory") sample
#@ File (label = "Folder for the results", style = "directory") output
#@output ij.ImagePlus image

# What ImageryClient is for, on the sample volume that comes with it. This script:
# 1) cuts out imagery and all segments of a box, and shows them as one image,
# 2) saves both as TIFF stacks, and pictures of the slices with the segments over them,
# 3) saves the slices, and a mask of each of the three largest neurites.
# In Fiji's script editor: Language > Python (Jython), then Run.

from os.path import join

from org.imageryclient.color import RootColors
from org.imageryclient.cutout import RootSelection
from org.imageryclient.geom import Region

client = cutouts.open(join(sample.path, "em"), join(sample.path, "seg"))
box = Region.centered(20512, 12512, 310).size(400, 400, 5)

pair = client.imageAndSegmentation(box, RootSelection.all())
image = cutouts.show(pair)
cutouts.save(pair, join(output.path, "cutout.tif"))
cutouts.save(pair, join(output.path, "cutout_overlay.png"), RootColors.hashed())

masks = pair.masks()
largest = sorted(masks, key = lambda root: masks[root].voxelCount(), reverse = True)[:3]
chosen = client.imageAndSegmentation(box, RootSelection.of(largest))
cutouts.save(chosen, join(output.path, "cutout"), RootColors.hashed())
