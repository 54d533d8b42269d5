#@ String (label = "Imagery", value = "samples/vnc/em") imagery
#@ String (label = "Segmentation", value = "samples/vnc/seg") segmentation
#@ File (label = "Folder for the results", style = "directory") output
#@output String report

# Cutouts with imageryclient, the module that the plugin brings. This script:
# 1) cuts imagery out of a box, given by its corners, by its centre and size, or in pixels of a coarser scale,
# 2) cuts out the segmentation of the same box: ids, those of two neurites, and a mask of each,
# 3) cuts out both on one grid, and shows them.

import imageryclient as ic

client = ic.ImageryClient(image_source=imagery, segmentation_source=segmentation)
said = ["coordinates count voxels of %s nm" % client.resolution]

# The corners of a box are half-open: the second is not part of it.
bounds = [[20312, 12312, 310], [20712, 12712, 311]]
image = client.image_cutout(bounds)
said.append("by corners %s" % (image.shape,))

centre = [20512, 12512, 310]
same = client.image_cutout(centre, bbox_size=(400, 400))
also = client.image_cutout(ic.bounds_from_center(centre, width=400, height=400, depth=1))
said.append("the same by centre %s %s" % (same[200].tolist() == image[200].tolist(),
                                          also[200].tolist() == image[200].tolist()))

# A coarser scale makes a smaller image of the same field of view, unless its size is given or it is scaled up again.
said.append("coarser %s" % (client.image_cutout(bounds, mip=2).shape,))
said.append("in pixels %s" % (client.image_cutout(centre, mip=2, image_size=(400, 400)).shape,))
said.append("scaled %s" % (client.image_cutout(bounds, mip=2, scale_to_bounds=True).shape,))
said.append("in other voxels %s" % (client.image_cutout([10256, 6256, 310], bbox_size=(200, 200),
                                                        resolution=[9.2, 9.2, 45], mip=0).shape,))

labels = client.segmentation_cutout(bounds)
said.append("the id in the middle %d" % labels[200, 200, 0])

neurites = [864691135752731847, 864691135514888398]
masks = client.split_segmentation_cutout(bounds, root_ids=neurites)
for root, mask in masks.items():
    said.append("%d has %d voxels" % (root, mask.cutout.voxelCount()))

pair = client.image_and_segmentation_cutout(bounds, root_ids=neurites, split_segmentations=True)
image, masks = pair
ic.show(pair)
client.save_image_and_segmentation_masks("%s/pair" % output, precomputed_data=pair)
report = "\n".join(said)
