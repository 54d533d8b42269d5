#@ String (label = "Imagery", value = "precomputed://gs://neuroglancer-public-data/kasthuri2011/image_color_corrected") imagery
#@ String (label = "Segmentation", value = "precomputed://gs://neuroglancer-public-data/kasthuri2011/ground_truth") segmentation
#@ String (label = "Centre x, y, z (voxels)", value = "5523, 8539, 1198") center
#@ File (label = "Folder for the results", style = "directory") output
#@output String report

# Cutouts with imageryclient, the module that the plugin brings. This script:
# 1) cuts imagery out of a box, given by its corners, by its centre and size, or in pixels of a coarser scale,
# 2) cuts out the segmentation of the same box: ids, those of its two largest neurites, and a mask of each,
# 3) cuts out both on one grid, and shows them.

import imageryclient as ic

client = ic.ImageryClient(image_source=imagery, segmentation_source=segmentation)
said = ["coordinates count voxels of %s nm" % client.resolution]

# The corners of a box are half-open: the second is not part of it.
x, y, z = [int(n) for n in center.split(",")]
bounds = [[x - 200, y - 200, z], [x + 200, y + 200, z + 1]]
image = client.image_cutout(bounds)
said.append("by corners %s" % (image.shape,))

centre = [x, y, z]
same = client.image_cutout(centre, bbox_size=(400, 400))
also = client.image_cutout(ic.bounds_from_center(centre, width=400, height=400, depth=1))
said.append("the same by centre %s %s" % (same[200].tolist() == image[200].tolist(),
                                          also[200].tolist() == image[200].tolist()))

# A coarser scale makes a smaller image of the same field of view, unless its size is given or it is scaled up again.
said.append("coarser %s" % (client.image_cutout(bounds, mip=2).shape,))
said.append("in pixels %s" % (client.image_cutout(centre, mip=2, image_size=(400, 400)).shape,))
said.append("scaled %s" % (client.image_cutout(bounds, mip=2, scale_to_bounds=True).shape,))
nm = client.resolution
said.append("in other voxels %s" % (client.image_cutout([x // 2, y // 2, z], bbox_size=(200, 200), mip=0,
                                                        resolution=[nm[0] * 2, nm[1] * 2, nm[2]]).shape,))

labels = client.segmentation_cutout(bounds)
said.append("the id in the middle %d" % labels[200, 200, 0])

masks = client.split_segmentation_cutout(bounds)
neurites = sorted(masks, key=lambda root: masks[root].cutout.voxelCount(), reverse=True)[:2]
masks = client.split_segmentation_cutout(bounds, root_ids=neurites)
for root, mask in masks.items():
    said.append("%d has %d voxels" % (root, mask.cutout.voxelCount()))

pair = client.image_and_segmentation_cutout(bounds, root_ids=neurites, split_segmentations=True)
image, masks = pair
ic.show(pair)
client.save_image_and_segmentation_masks("%s/pair" % output, precomputed_data=pair)
report = "\n".join(said)
