# SPDX-License-Identifier: BSD-2-Clause

"""What comes out of imageryclient: the cutouts of the Java API with a face that numpy's users know."""

import collections

from jarray import array

from java.lang import Object
from java.util import ArrayList

from net.imglib2 import RandomAccessibleInterval
from net.imglib2.converter import RealTypeConverters
from net.imglib2.img.planar import PlanarImgFactory
from net.imglib2.type import BooleanType
from net.imglib2.type.numeric import IntegerType
from net.imglib2.type.numeric.integer import ByteType, IntType, LongType, ShortType, UnsignedByteType, \
    UnsignedIntType, UnsignedLongType, UnsignedShortType
from net.imglib2.type.numeric.real import DoubleType, FloatType
from net.imglib2.view import Views

from org.imageryclient import Progress
from org.imageryclient.cutout import ImageCutout, SegmentationCutout
from org.imageryclient.export import CutoutWriter, Subject
from org.imageryclient.fiji.ij import ImageJSliceWriter, ImageJStackWriter, PictureImages
from org.imageryclient.geom import Long3, Resolution
from org.imageryclient.mask import MaskSet, RootId, RootMask
from org.imageryclient.picture import Picture as JavaPicture
from org.imageryclient.picture import PlaneStack
from org.imageryclient.precomputed import DataType
from org.imageryclient.volume import Planes

from imageryclient_arguments import ArgumentError, in_python, saving

WRITER = CutoutWriter(ImageJSliceWriter(), ImageJStackWriter())

_TYPES = {"uint8": UnsignedByteType, "int8": ByteType, "uint16": UnsignedShortType, "int16": ShortType,
          "uint32": UnsignedIntType, "int32": IntType, "uint64": UnsignedLongType, "int64": LongType,
          "float32": FloatType, "float64": DoubleType}


class Array(object):
    """Voxels, indexed [x, y, z] and, where there are several, channel.

    image[10, 20, 0] is a number; image[:, :, 0] is a view, an Array of two axes. shape, ndim, size, dtype, len(),
    iteration, min(), max() and tolist() are as in numpy; there is no arithmetic. `image` is ImgLib2's image, `cutout` the
    ImageCutout, SegmentationCutout or RootMask of the Java API, or None for a part of one.
    """

    def __init__(self, image, dtype, cutout=None):
        self.image = image
        self.dtype = dtype
        self.cutout = cutout
        self.shape = tuple(int(n) for n in image.dimensionsAsLongArray())

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        return reduce(lambda a, b: a * b, self.shape, 1)

    def __len__(self):
        return self.shape[0]

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        if len(keys) > self.ndim:
            raise IndexError("Expected at most %d indices but got %d." % (self.ndim, len(keys)))
        keys += (slice(None),) * (self.ndim - len(keys))
        if not any(isinstance(k, slice) for k in keys):
            return _number(self.image.getAt(array([_at(k, n) for k, n in zip(keys, self.shape)], "l")))
        part = self.image
        for axis in reversed(range(self.ndim)):
            part = _cut(part, axis, keys[axis], self.shape[axis])
        return Array(part, self.dtype)

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def _all(self):
        return (_number(sample) for sample in Views.flatIterable(self.image))

    def min(self):
        return min(self._all())

    def max(self):
        return max(self._all())

    def tolist(self):
        return [part.tolist() if isinstance(part, Array) else part for part in self]

    def __repr__(self):
        return "Array(shape=%r, dtype=%r)" % (self.shape, str(self.dtype))

    def __tojava__(self, cls):
        # Variables of scripts pass through Object: they stay what they are.
        if cls is not Object:
            for mine in (self.cutout, self.image):
                if isinstance(mine, cls):
                    return mine
        return self

    def planes(self):
        """As a PlaneStack, which pictures are made of."""
        if isinstance(self.cutout, ImageCutout):
            return PlaneStack.of(self.cutout)
        solid = self.solid()
        copy = PlanarImgFactory(_TYPES[self.dtype]()).create(
            array([solid.dimension(d) for d in range(solid.numDimensions())], "l"))
        RealTypeConverters.copyFromTo(solid, copy)
        return PlaneStack.of(Planes.of(copy), DataType.ofWord(self.dtype).get(), Resolution.of(1, 1, 1), Long3.ZERO)

    def mask(self, root):
        """As the RootMask of an id: where there is something."""
        if isinstance(self.cutout, RootMask) and self.cutout.id() == RootId.parse(root):
            return self.cutout
        return RootMask.of(RootId.parse(root), self.solid())

    def solid(self):
        """The image with at least three axes."""
        image = self.image
        while image.numDimensions() < 3:
            image = Views.addDimension(image, 0, 0)
        return image


def _at(index, length):
    at = index + length if index < 0 else index
    if not 0 <= at < length:
        raise IndexError("Expected an index below %d but got %d." % (length, index))
    return at


def _cut(image, axis, key, length):
    if not isinstance(key, slice):
        return Views.hyperSlice(image, axis, _at(key, length))
    start, stop, step = key.indices(length)
    if step != 1 or stop <= start:
        raise IndexError("Expected a slice in steps of 1 with something in it but got %r." % key)
    lower = [0] * image.numDimensions()
    upper = [image.dimension(d) - 1 for d in range(image.numDimensions())]
    lower[axis], upper[axis] = start, stop - 1
    return Views.zeroMin(Views.interval(image, array(lower, "l"), array(upper, "l")))


def _number(sample):
    if isinstance(sample, BooleanType):
        return int(sample.get())
    return int(sample.getBigInteger()) if isinstance(sample, IntegerType) else sample.getRealDouble()


def image_array(cutout):
    """Imagery: x, y, z; the channel is a fourth axis where there are several."""
    pixels = cutout.pixels()
    return Array(Views.hyperSlice(pixels, 3, 0) if pixels.dimension(3) == 1 else pixels, cutout.dataType().word(),
                 cutout)


def label_array(cutout, convert_to_int64=False):
    """Ids: x, y, z; int64 if they are to be and can, else of the type that the volume has."""
    if convert_to_int64 and not any(i < 0 for i in cutout.ids()):
        return Array(cutout.labelsAsInt64(), "int64", cutout)
    return Array(cutout.labels(), cutout.plan().segmentation().get().type().word(), cutout)


def mask_array(mask):
    """1 where the root is, else 0: x, y, z."""
    return Array(mask.image(), "uint8", mask)


def as_array(value):
    """An Array, a cutout or mask of the Java API, or an image of ImgLib2."""
    if isinstance(value, Array):
        return value
    for kind, face in ((ImageCutout, image_array), (SegmentationCutout, label_array), (RootMask, mask_array)):
        if isinstance(value, kind):
            return face(value)
    if isinstance(value, RandomAccessibleInterval):
        if isinstance(value.getType(), BooleanType):
            return Array(value, "uint8")
        for dtype, kind in _TYPES.items():
            if isinstance(value.getType(), kind):
                return Array(value, dtype)
    raise ArgumentError("Expected a cutout or an image of ImgLib2 but got %r." % (value,))


class Masks(collections.Mapping):
    """A dictionary from root id to mask, in ascending order of the ids. `cutout` is the MaskSet of the Java API."""

    def __init__(self, cutout):
        self.cutout = cutout

    def __getitem__(self, root):
        found = self.cutout.find(RootId.parse(root))
        if not found.isPresent():
            raise KeyError(root)
        return mask_array(found.get())

    def __contains__(self, root):
        return self.cutout.contains(root)

    def __iter__(self):
        return (int(root) for root in self.cutout)

    def __len__(self):
        return self.cutout.size()

    def absent(self):
        """The ids that were asked for and are not here."""
        return [int(RootId.toBigInteger(root)) for root in self.cutout.absent()]

    def __repr__(self):
        return "Masks(%r)" % (self.keys(),)

    def __tojava__(self, cls):
        return self.cutout if cls is not Object and isinstance(self.cutout, cls) else self


class Pair(tuple):
    """Imagery and segmentation, as a tuple. `cutout` is the PairedCutout of the Java API."""

    def __new__(cls, image, segmentation, cutout):
        pair = super(Pair, cls).__new__(cls, (image, segmentation))
        pair.cutout = cutout
        return pair


class Picture(object):
    """A picture with the face of one of PIL; `picture` is that of the Java API."""

    def __init__(self, picture, subject=Subject.UNKNOWN, colormap=None):
        self.picture = picture
        self.subject = subject
        self.colormap = colormap
        self.size = (picture.width(), picture.height())
        self.width, self.height = self.size
        self.mode = "RGBA" if isinstance(picture, JavaPicture.Rgba) else "RGB"

    def getpixel(self, xy):
        """Red, green, blue and, in RGBA, alpha, 0 to 255."""
        x, y = xy
        sample = self.picture.samples()[_at(y, self.height) * self.width + _at(x, self.width)]
        return tuple(sample >> shift & 255 for shift in (16, 8, 0, 24)[:len(self.mode)])

    @in_python
    def save(self, fp, **kwargs):
        """As a PNG file, with a manifest of what it shows beside it."""
        if not unicode(fp).lower().endswith(".png"):
            raise ArgumentError("Expected the name of a .png file but got %r." % (fp,))
        WRITER.savePictures(self.subject, 1, lambda slice: self.picture, saving("save", fp, 2, kwargs, self.colormap),
                            Progress.NONE)

    def show(self):
        """In a window of Fiji, as RGB; returns the ImagePlus."""
        return shown(PictureImages.of("figure", self.picture))

    def __repr__(self):
        return "Picture(mode=%r, size=%r)" % (self.mode, self.size)

    def __tojava__(self, cls):
        return self.picture if cls is not Object and isinstance(self.picture, cls) else self


def shown(image):
    image.show()
    return image


def root_masks(masks):
    """A dictionary, a list of masks, or labels as a list of RootMasks, in their order."""
    if isinstance(masks, Masks):
        masks = masks.cutout
    if isinstance(masks, MaskSet):
        return list(masks.stream().toList())
    if isinstance(masks, (Array, SegmentationCutout)):
        labels = masks.cutout if isinstance(masks, Array) else masks
        if not isinstance(labels, SegmentationCutout):
            raise ArgumentError("Expected masks or the labels of a whole cutout but got %r; "
                                "try split_segmentation_cutout." % (masks,))
        return list(labels.masks().stream().toList())
    if isinstance(masks, collections.Mapping) or hasattr(masks, "keys"):
        ids = list(masks.keys())
        if not isinstance(masks, collections.OrderedDict):
            ids.sort(key=lambda root: int(root))
        return [as_array(masks[root]).mask(root) for root in ids]
    return [_listed(as_array(mask), i + 1) for i, mask in enumerate(masks)]


def _listed(mask, number):
    return mask.cutout if isinstance(mask.cutout, RootMask) else mask.mask(number)


def java_list(values):
    return ArrayList(list(values))


def saved(files, verbose):
    """Names of files, which are printed if the user wants to hear."""
    names = [unicode(f) for f in files]
    if verbose:
        for name in names:
            print "Saved %s..." % name
    return names
