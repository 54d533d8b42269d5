#@ String (label = "CAVE datastack", value = "minnie65_public") datastack
#@ String (label = "Server (empty for the usual one)", value = "", required = false) server
#@ String (label = "Centre", value = "240640,207872,21360") center
#@ File (label = "Figure", style = "save") figure
#@output String report

# A figure of proofread neurons with imageryclient. This script:
# 1) opens a CAVE datastack by its name: that gives imagery, segmentation, and the voxels in which positions are noted,
# 2) cuts out all neurons around a position, as they were at a moment, and draws them over the tissue.
# Log in once with Plugins > Imagery Client > Set CAVE Token...; a script never needs the token.

import datetime

import imageryclient as ic
from imageryclient import CAVEclient

client = ic.ImageryClient(client=CAVEclient(datastack, server_address=server))
position = [int(n) for n in center.split(",")]
moment = datetime.datetime.utcnow()

image, masks = client.image_and_segmentation_cutout(position, bbox_size=(64, 48), split_segmentations=True,
                                                    scale_to_bounds=True, timestamp=moment)
ic.composite_overlay(masks, imagery=image, palette="husl").save(figure.path)
report = "%d neurons around %s of %s" % (len(masks), position, client.segmentation_source)
