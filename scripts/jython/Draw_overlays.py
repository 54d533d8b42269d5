#@ String (label = "Imagery", value = "precomputed://gs://neuroglancer-public-data/kasthuri2011/image_color_corrected") imagery
#@ String (label = "Segmentation", value = "precomputed://gs://neuroglancer-public-data/kasthuri2011/ground_truth") segmentation
#@ String (label = "Centre x, y, z (voxels)", value = "5523, 8539, 1198") center
#@ File (label = "Folder for the results", style = "directory") output

# Figures with imageryclient. This script draws the two largest neurites over the tissue:
# 1) filled, in the colours of a palette and in given ones,
# 2) as outlines around them, and within them,
# 3) in three slices, side by side as one picture.

from os.path import join

import imageryclient as ic

client = ic.ImageryClient(image_source=imagery, segmentation_source=segmentation)
centre = [int(n) for n in center.split(",")]
bounds = ic.bounds_from_center(centre, 200, 160, 1)
masks = client.split_segmentation_cutout(bounds)
neurites = sorted(masks, key=lambda root: masks[root].cutout.voxelCount(), reverse=True)[:2]
image, masks = client.image_and_segmentation_cutout(bounds, root_ids=neurites, split_segmentations=True)


def save(name, **style):
    ic.composite_overlay(masks, imagery=image, **style).save(join(output.path, name + ".png"))


save("filled")
save("palette", palette="tab10", alpha=0.4)
colors = {neurites[0]: (0, 1, 1), neurites[1]: (1, 0, 0)}
save("colors", colors=colors)
save("outside", outline=True, alpha=0.5, width=6, colors=colors)
save("inside", outline=True, alpha=1, width=3, merge_outline=False, side="in", colors=colors)

# Without imagery the background is transparent.
ic.composite_overlay(masks, colors=colors).save(join(output.path, "transparent.png"))

# Several slices make a list of pictures.
image, masks = client.image_and_segmentation_cutout(centre, bbox_size=(200, 160, 3), root_ids=neurites,
                                                    split_segmentations=True)
pictures = ic.composite_overlay(masks, imagery=image, alpha=0.3)
ic.stack_images(pictures).save(join(output.path, "row.png"))
ic.stack_images(pictures, direction="vertical", spacing=4).save(join(output.path, "column.png"))
