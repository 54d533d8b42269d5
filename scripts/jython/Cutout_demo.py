#@ CutoutService cutouts
#@ String (label = "Imagery", value = "precomputed://gs://neuroglancer-public-data/kasthuri2011/image_color_corrected") imagery
#@ String (label = "Segmentation", value = "precomputed://gs://neuroglancer-public-data/kasthuri2011/ground_truth") segmentation
#@ String (label = "Centre x, y, z (voxels)", value = "5523, 8539, 1198") center
#@ File (label = "Folder for the results", style = "directory") output
#@output ij.ImagePlus image

# What ImageryClient is for, on volumes that are open to all, or on yours. This script:
# 1) cuts out imagery and all segments of a box, and shows them as one image,
# 2) saves both as TIFF stacks, and pictures of the slices with the segments over them,
# 3) saves the slices, and a mask of each of the three largest neurites.
# In Fiji's script editor: Language > Python (Jython), then Run.

from os.path import join

from org.imageryclient.color import RootColors
from org.imageryclient.cutout import RootSelection
from org.imageryclient.geom import Region

client = cutouts.open(imagery, segmentation)
x, y, z = [int(n) for n in center.split(",")]
box = Region.centered(x, y, z).size(400, 400, 5)

pair = client.imageAndSegmentation(box, RootSelection.all())
image = cutouts.show(pair)
cutouts.save(pair, join(output.path, "cutout.tif"))
cutouts.save(pair, join(output.path, "cutout_overlay.png"), RootColors.hashed())

masks = pair.masks()
largest = sorted(masks, key = lambda root: masks[root].voxelCount(), reverse = True)[:3]
chosen = client.imageAndSegmentation(box, RootSelection.of(largest))
cutouts.save(chosen, join(output.path, "cutout"), RootColors.hashed())
