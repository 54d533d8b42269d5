#@ String (label = "Imagery", value = "precomputed://gs://neuroglancer-public-data/kasthuri2011/image_color_corrected") imagery
#@ String (label = "Segmentation", value = "precomputed://gs://neuroglancer-public-data/kasthuri2011/ground_truth") segmentation
#@ String (label = "Centre x, y, z (voxels)", value = "5523, 8539, 1198") center
#@ File (label = "Folder for the results", style = "directory") output

# Pictures of slices with imageryclient. This script saves:
# 1) the imagery of a box of three slices, along z and, coarser, along y,
# 2) a mask of each of the two largest neurites, in colour and half transparent,
# 3) both on one grid in one call,
# 4) what Fiji made of a cutout.

from os.path import join

from net.imglib2.converter import Converter, Converters
from net.imglib2.type.numeric.integer import UnsignedByteType

import imageryclient as ic

client = ic.ImageryClient(image_source=imagery, segmentation_source=segmentation)
bounds = ic.bounds_from_center([int(n) for n in center.split(",")], width=200, height=160, depth=3)
masks = client.split_segmentation_cutout(bounds)
neurites = sorted(masks, key=lambda root: masks[root].cutout.voxelCount(), reverse=True)[:2]


class Invert(Converter):
    def convert(self, old, new):
        new.set(255 - old.get())


def prefix(name):
    return join(output.path, name)


client.save_imagery(prefix("em"), bounds, verbose=True)
client.save_imagery(prefix("side"), bounds, mip=2, slice_axis=1, compress_level=9)

client.save_segmentation_masks(prefix("axon"), bounds, root_ids=neurites,
                               segmentation_colormap={neurites[0]: (255, 128, 0), neurites[1]: (0, 128, 255, 128)})

client.save_image_and_segmentation_masks(prefix("both"), bounds, root_ids=neurites, image_mip=1, segmentation_mip=1)

image = client.image_cutout(bounds)
inverted = Converters.convert(image.image, Invert(), UnsignedByteType())
ic.save_image_slices(prefix("em"), "inverted", inverted, 2, "imagery")
