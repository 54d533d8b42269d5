# SPDX-License-Identifier: BSD-2-Clause

"""ImageryClient for scripts of Fiji: the names, arguments and results of ImageryClient for Python.

    import imageryclient as ic

    client = ic.ImageryClient(image_source="precomputed://gs://bucket/em", segmentation_source="gs://bucket/seg")
    image, masks = client.image_and_segmentation_cutout([5319, 8677, 1201], bbox_size=(400, 400),
                                                        split_segmentations=True)
    ic.composite_overlay(masks, imagery=image, outline=True, width=3).save("figure.png")

In Fiji's script editor, Language > Python (Jython): the plugin brings this module, and a script needs nothing but the
import. Every method and argument is here, and three of our own: resample, fit and strict. doc/parity.md says of each
what it does and where results differ. In short:

* This is Python 2.7 without numpy: print is a statement, 5 / 2 is 2, text literals with letters beyond ASCII want a u before
  them and a coding line above, and a plain dict has no order (masks are drawn and saved in ascending order of their ids).
* Cutouts are Arrays indexed [x, y, z], never squeezed: shape, dtype, [...], tolist(), and `cutout` for the Java API.
* Masks are a dictionary from id to Array; a composite is a Picture with save(), show(), size and getpixel().
* Errors are ArgumentError, a ValueError, and CutoutError; both carry the Java exception as `cause`.
* show() shows any of these in Fiji.
"""

import warnings

from org.imageryclient import Progress, Timestamp
from org.imageryclient.auth import Token
from org.imageryclient.color import Palette
from org.imageryclient.cutout import ImageryClient as JavaClient
from org.imageryclient.export import Subject
from org.imageryclient.mask import RootId
from org.imageryclient.overlay import ImageRow, Outline, Overlay

from java.net import URI
from java.util import HashMap, Optional

import imageryclient_arguments as given
from imageryclient_arguments import ArgumentError, CutoutError, in_python, use
from imageryclient_values import WRITER, Array, Masks, Pair, Picture, as_array, image_array, java_list, label_array, \
    root_masks, saved, shown

__all__ = ["ImageryClient", "CAVEclient", "bounds_from_center", "composite_overlay", "stack_images", "discrete_colors",
           "save_image_slices", "show", "use", "Array", "Masks", "Pair", "Picture", "ArgumentError", "CutoutError"]


class CAVEclient(object):
    """A datastack, and where it is: what ImageryClient(client=...) asks of a CAVEclient."""

    def __init__(self, datastack_name, server_address=None, auth_token=None):
        name, _, server = datastack_name.partition("@")
        self.datastack_name = name
        self.server_address = server_address or (server and (server if "://" in server else "https://" + server)) or None
        self.auth_token = auth_token and Token.of(str(auth_token))

    def __repr__(self):
        return "CAVEclient(%r, server_address=%r)" % (self.datastack_name, self.server_address)


class ImageryClient(object):
    """Cutouts of imagery and segmentation, aligned.

    client: a CAVEclient of this module, or the name of a datastack ("name@https://server" on another server than the global
    one); it fills in sources, resolution and token where they are not given. Further arguments of our own, which each cutout
    may overrule: resample "aligned" or "imageryclient"; fit "auto", "bounds" or "native", what scale_to_bounds=None means;
    strict, whether missing data is an error. cutouts: the CutoutService to read through. `client` is the ImageryClient of
    the Java API.
    """

    @in_python
    def __init__(self, client=None, resolution=None, segmentation=True, imagery=True, image_source=None,
                 segmentation_source=None, image_mip=None, segmentation_mip=None, auth_token=None, timestamp=None,
                 resample="aligned", fit="auto", strict=False, cutouts=None):
        builder = given.service(cutouts).client()
        stack = CAVEclient(client) if given.is_text(client) else client
        self._token = Token.of(str(auth_token)) if auth_token else getattr(stack, "auth_token", None)
        if self._token:
            builder.token(self._token)
        if stack is not None and stack.server_address:
            builder.datastack(stack.datastack_name, URI.create(stack.server_address))
        elif stack is not None:
            builder.datastack(stack.datastack_name)
        if image_source:
            builder.imageSource(image_source)
        if segmentation_source:
            builder.segmentationSource(segmentation_source)
        if not imagery:
            builder.withoutImagery()
        if not segmentation:
            builder.withoutSegmentation()
        builder.imageMip(given.mip(image_mip)).segmentationMip(given.mip(segmentation_mip))
        if timestamp is not None:
            builder.timestamp(given.timestamp(timestamp))
        _frame(builder, resolution)
        self._modes = (given.resampling(resample), given.fitting(fit), strict)
        self.client = builder.build()

    @property
    def image_cv(self):
        """The imagery's Volume of the Java API, None where it is off."""
        return self.client.imageVolume().orElse(None)

    @property
    def segmentation_cv(self):
        """The segmentation's Volume of the Java API, None where it is off."""
        return self.client.segmentationVolume().orElse(None)

    @property
    def image_source(self):
        return self.client.imageSource().orElse(None)

    @property
    def segmentation_source(self):
        return self.client.segmentationSource().orElse(None)

    @property
    def image_mip(self):
        """The default mip of the imagery, None where it is off."""
        mip = self.client.imageMip()
        return mip.getAsInt() if mip.isPresent() else None

    @property
    def segmentation_mip(self):
        """The default mip of the segmentation, None where it is off."""
        mip = self.client.segmentationMip()
        return mip.getAsInt() if mip.isPresent() else None

    @property
    def resolution(self):
        """In whose voxels locations count: nm along x, y, z."""
        return list(self.client.resolution().toArray())

    @property
    def timestamp(self):
        """"now", or the datetime in UTC at which roots are looked up."""
        time = self.client.timestamp()
        return given.moment(time.get()) if time.isPresent() else "now"

    @property
    def token(self):
        """Whether a token was given, never which: "Token(...)" or None."""
        return self._token and "Token(...)"

    @in_python
    def image_bbox_size_from_dimensions(self, image_size, mip=None, resolution=None):
        """The bbox_size that gives an image of this size in pixels."""
        return _size(self.client.imageBboxSizeFromDimensions, image_size, mip, resolution)

    @in_python
    def segmentation_bbox_size_from_dimensions(self, image_size, mip=None, resolution=None):
        """The same for the segmentation."""
        return _size(self.client.segmentationBboxSizeFromDimensions, image_size, mip, resolution)

    @in_python
    def image_cutout(self, bounds, bbox_size=None, image_size=None, mip=None, resolution=None, scale_to_bounds=None,
                     resample=None, fit=None, strict=None):
        """Imagery as an Array."""
        request = given.request(given.region(bounds, bbox_size, image_size, resolution),
                                scale_to_bounds=scale_to_bounds, modes=self._chosen(resample, fit, strict))
        return image_array(self.client.image(request.withImageMip(given.mip(mip)), Progress.NONE))

    @in_python
    def segmentation_cutout(self, bounds, root_ids="all", bbox_size=None, image_size=None, mip=None, resolution=None,
                            timestamp=None, scale_to_bounds=None, convert_to_int64=True, resample=None, fit=None,
                            strict=None):
        """Ids as an Array."""
        return _labels(self._segmentation(bounds, root_ids, bbox_size, image_size, mip, resolution, timestamp,
                                          scale_to_bounds, self._chosen(resample, fit, strict)), convert_to_int64)

    @in_python
    def split_segmentation_cutout(self, bounds, root_ids="all", include_null_root=False, bbox_size=None, image_size=None,
                                  mip=None, resolution=None, timestamp=None, scale_to_bounds=None, resample=None,
                                  fit=None, strict=None):
        """Masks by root id."""
        cutout = self._segmentation(bounds, root_ids, bbox_size, image_size, mip, resolution, timestamp,
                                    scale_to_bounds, self._chosen(resample, fit, strict))
        return Masks(cutout.masks(bool(include_null_root)))

    @in_python
    def image_and_segmentation_cutout(self, bounds, image_mip=None, segmentation_mip=None, root_ids="all", resize=True,
                                      split_segmentations=False, include_null_root=False, bbox_size=None,
                                      resolution=None, timestamp=None, scale_to_bounds=None, convert_to_int64=True,
                                      resample=None, fit=None, strict=None):
        """Imagery and segmentation, an Array and Masks or an Array, as a tuple."""
        request = given.request(given.region(bounds, bbox_size, None, resolution), given.roots(root_ids), timestamp,
                                scale_to_bounds, self._chosen(resample, fit, strict))
        pair = self.client.imageAndSegmentation(
            request.withImageMip(given.mip(image_mip)).withSegmentationMip(given.mip(segmentation_mip)).withResize(
                bool(resize)), Progress.NONE)
        labels = pair.segmentation()
        return Pair(image_array(pair.image()), Masks(labels.masks(bool(include_null_root))) if split_segmentations
                    else _labels(labels, convert_to_int64), pair)

    @in_python
    def save_imagery(self, filename_prefix, bounds=None, mip=None, precomputed_image=None, slice_axis=2, bbox_size=None,
                     image_size=None, resolution=None, scale_to_bounds=None, verbose=False, resample=None, fit=None,
                     strict=None, **kwargs):
        """PNG files of imagery; returns their names."""
        options = given.saving("save_imagery", filename_prefix, slice_axis, kwargs)
        image = precomputed_image
        if image is None:
            image = self.image_cutout(bounds, bbox_size, image_size, mip, resolution, scale_to_bounds, resample, fit,
                                      strict)
        return saved(WRITER.saveImagery(as_array(image).planes(), options, Progress.NONE), verbose)

    @in_python
    def save_segmentation_masks(self, filename_prefix, bounds=None, mip=None, root_ids="all", precomputed_masks=None,
                                segmentation_colormap={}, slice_axis=2, include_null_root=False, bbox_size=None,
                                image_size=None, resolution=None, timestamp=None, scale_to_bounds=None, verbose=False,
                                resample=None, fit=None, strict=None, **kwargs):
        """PNG files of masks, transparent where the root is not; returns their names."""
        options = given.saving("save_segmentation_masks", filename_prefix, slice_axis, kwargs, segmentation_colormap)
        masks = precomputed_masks
        if masks is None:
            masks = self.split_segmentation_cutout(bounds, root_ids, include_null_root, bbox_size, image_size, mip,
                                                   resolution, timestamp, scale_to_bounds, resample, fit, strict)
        return saved(WRITER.saveMasks(java_list(root_masks(masks)), options, Progress.NONE), verbose)

    @in_python
    def save_image_and_segmentation_masks(self, filename_prefix, bounds=None, image_mip=None, segmentation_mip=None,
                                          root_ids="all", include_null_root=False, segmentation_colormap={}, resize=True,
                                          precomputed_data=None, slice_axis=2, bbox_size=None, resolution=None,
                                          timestamp=None, scale_to_bounds=None, verbose=False, resample=None, fit=None,
                                          strict=None, **kwargs):
        """PNG files of imagery and masks, all or none; returns their names."""
        options = given.saving("save_image_and_segmentation_masks", filename_prefix, slice_axis, kwargs,
                               segmentation_colormap)
        data = precomputed_data
        if data is None:
            data = self.image_and_segmentation_cutout(bounds, image_mip, segmentation_mip, root_ids, resize, True,
                                                      include_null_root, bbox_size, resolution, timestamp,
                                                      scale_to_bounds, True, resample, fit, strict)
        image, masks = data
        return saved(WRITER.saveImageryAndMasks(as_array(image).planes(), java_list(root_masks(masks)), options,
                                                Progress.NONE), verbose)

    def _segmentation(self, bounds, root_ids, bbox_size, image_size, mip, resolution, timestamp, scale_to_bounds, modes):
        request = given.request(given.region(bounds, bbox_size, image_size, resolution), given.roots(root_ids),
                                timestamp, scale_to_bounds, modes)
        return self.client.segmentation(request.withSegmentationMip(given.mip(mip)), Progress.NONE)

    def _chosen(self, *modes):
        return [mine if mode is None else mode for mode, mine in zip(modes, self._modes)]

    def __repr__(self):
        return unicode(self.client).encode("ascii", "replace")


def _frame(builder, resolution):
    if resolution == "image":
        builder.resolutionOfImage()
    elif resolution == "segmentation":
        builder.resolutionOfSegmentation()
    elif given.is_text(resolution):
        raise ArgumentError("Expected a resolution of three numbers, 'image' or 'segmentation' but got %r." % resolution)
    elif resolution is not None:
        builder.resolution(given.frame(resolution))


def _size(method, image_size, mip, resolution):
    frame = Optional.empty() if resolution is None else Optional.of(given.frame(resolution))
    return list(method(given.numbers(image_size, "image_size"), given.mip(mip), frame))


def _labels(cutout, convert_to_int64):
    labels = label_array(cutout, convert_to_int64)
    if convert_to_int64 and labels.dtype != "int64":
        warnings.warn("Ids up to %d do not fit int64: they stay %s." % (max(Masks(cutout.masks())), labels.dtype),
                      stacklevel=4)
    return labels


@in_python
def bounds_from_center(ctr, width=1, height=1, depth=1):
    """The two corners of a box around a centre, as two lists."""
    box = JavaClient.boundsFromCenter(given.numbers(ctr, "ctr"), width, height, depth)
    whole = not any(isinstance(n, float) for n in list(ctr) + [width, height, depth])
    return [[int(n) if whole else n for n in (p.x(), p.y(), p.z())] for p in (box.min(), box.max())]


@in_python
def save_image_slices(filename_prefix, filename_suffix, img, slice_axis, image_type, verbose=False, color=None, **kwargs):
    """PNG files of an Array under a name of your own; image_type is "imagery" or "mask", in its color."""
    if image_type not in ("imagery", "mask"):
        raise ArgumentError("Expected image_type='imagery' or 'mask' but got %r." % (image_type,))
    options = given.saving("save_image_slices", filename_prefix, slice_axis, kwargs, color and {1: color})
    array = as_array(img)
    what = array.planes() if image_type == "imagery" else Array(array.image, array.dtype).mask(1)
    return saved(WRITER.saveSlices(what, filename_suffix, options, Progress.NONE), verbose)


@in_python
def discrete_colors(segs, palette="husl", h=0.01, l=0.65, s=1.0):
    """Red, green and blue, 0 to 1, for each of the masks: a dictionary for a dictionary, else a list."""
    keys = list(segs.keys()) if hasattr(segs, "keys") else None
    count = len(root_masks(segs) if isinstance(segs, Array) else segs)
    colors = [tuple(color) for color in Palette.of(palette, h, s, l).colors(count)]
    return colors if keys is None else dict(zip(sorted(keys, key=int), colors))


@in_python
def composite_overlay(segs, colors=None, alpha=0.2, imagery=None, outline=False, merge_outline=True, overlap=True,
                      width=10, side="out", dim=2, palette="husl", h=0.01, l=0.65, s=1.0):
    """Masks in colour, over imagery if there is some: a Picture, or a list of them, one for each slice across dim.

    A cutout of one slice, along whichever axis, is one Picture.
    """
    masks = root_masks(segs)
    if colors is None:
        colors = discrete_colors(masks, palette, h, l, s)
    overlay = Overlay.of(java_list(masks))
    overlay = overlay.colorSharesById(HashMap(dict((str(root), java_list(colors[root])) for root in colors))) if hasattr(
        colors, "keys") else overlay.colorShares(java_list(java_list(color) for color in colors))
    if side not in ("in", "out"):
        raise ArgumentError("Expected side='in' or 'out' but got %r." % (side,))
    if outline:
        overlay = overlay.outline(Outline(Outline.Side.valueOf(side.upper()), int(width), bool(merge_outline)))
    if imagery is not None:
        overlay = overlay.over(as_array(imagery).planes(), Optional.empty())
    overlay = overlay.overlap(bool(overlap)).alpha(alpha).acrossAxis(int(dim))
    single = [axis for axis in (dim, 2, 1, 0) if overlay.size().get(axis) == 1]
    subject, colormap = Subject.ofMasks(java_list(masks)), _colormap(masks, colors)
    pictures = [Picture(p, subject, colormap) for p in overlay.acrossAxis(single[0] if single else dim).pictures()]
    return pictures[0] if single else pictures


def _colormap(masks, colors):
    """Shares of 1 as numbers up to 255, by id."""
    shares = colors.items() if hasattr(colors, "keys") else [(RootId.toBigInteger(mask.id()), color)
                                                             for mask, color in zip(masks, colors)]
    return dict((root, [int(255 * share) for share in color[:3]]) for root, color in shares)


@in_python
def stack_images(images, direction="horizontal", spacing=10):
    """Pictures side by side, or one below the other, as one."""
    return Picture(ImageRow.of(java_list(image.picture for image in images), direction, int(spacing)))


@in_python
def show(what):
    """Shows a cutout, a Pair or a Picture in Fiji; returns what is shown, such as an ImagePlus."""
    if isinstance(what, Picture):
        return what.show()
    return given.service().show(getattr(what, "cutout", what))
