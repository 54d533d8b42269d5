#@ File (label = "Labels (fig_labels.tif)") labels
#@output String sizes

# Reads labels that were saved with a table of their root ids. This script:
# 1) opens fig_labels.tif and, beside it, fig_labels.csv, which says which root id each label is,
# 2) has a mask for each root id, as of a cutout,
# 3) gives a line for each: the root id, in all its digits, and how many voxels it has.
# In Fiji's script editor: Language > Python (Jython), then Run.

from org.imageryclient.fiji.ij import SavedLabels
from org.imageryclient.mask import MaskSet

masks = MaskSet.of(SavedLabels.open(labels.path))
sizes = "\n".join("%d %d" % (root, masks[root].voxelCount()) for root in masks)
