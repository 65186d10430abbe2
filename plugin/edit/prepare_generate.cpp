// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "edit/prepared.h"
#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

/// A picture of `width` x `height` in the middle of `bounds`, scaled alike in x and
/// y: as large as goes into it or, to `cover`, as small as fills it.
Rect place_in(Rect bounds, int width, int height, bool cover) {
  const double across = static_cast<double>(bounds.width) / width;
  const double down = static_cast<double>(bounds.height) / height;
  const double scale = cover ? std::max(across, down) : std::min(across, down);
  const int placed_width = std::max(1, static_cast<int>(std::lround(width * scale)));
  const int placed_height = std::max(1, static_cast<int>(std::lround(height * scale)));
  return {bounds.x + ((bounds.width - placed_width) / 2),
          bounds.y + ((bounds.height - placed_height) / 2), placed_width, placed_height};
}

/// The selection's values for `place`, which covers its bounds or more.
pixels::Mask mask_for(const host::Source& source, Rect place) {
  pixels::Mask mask(place.width, place.height);
  const Rect both = intersection(place, source.bounds);
  for (int y = both.y; y < both.bottom(); ++y)
    std::memcpy(mask.row(y - place.y) + (both.x - place.x),
                source.selection.row(y - source.bounds.y) + (both.x - source.bounds.x),
                static_cast<std::size_t>(both.width));
  return mask;
}

double area_of(Rect rect) {
  return static_cast<double>(rect.width) * rect.height;
}

struct FitGenerated {
  std::shared_ptr<const host::Source> source;

  /// A selection is filled, as far as its shape lets that be: a thread of pixels
  /// is not worth a picture a hundred times its size.
  Rect place(int width, int height) const {
    constexpr double most = 16;
    const Rect inside = place_in(source->bounds, width, height, false);
    if (source->selection.empty()) return inside;
    const Rect covering = place_in(source->bounds, width, height, true);
    return area_of(covering) <= most * area_of(source->bounds) ? covering : inside;
  }

  Result<Fitted> operator()(pixels::Bitmap answer) const {
    Fitted fitted;
    if (source->image_id == 0) {
      fitted.place = {0, 0, answer.width(), answer.height()};
      fitted.pixels = std::move(answer);
      return fitted;
    }
    fitted.place = place(answer.width(), answer.height());
    fitted.pixels = precision::resize(answer, fitted.place.width, fitted.place.height);
    if (!source->selection.empty()) fitted.mask = mask_for(*source, fitted.place);
    return fitted;
  }
};

}  // namespace

Fit make_generated_fit(std::shared_ptr<const host::Source> source) {
  return FitGenerated{std::move(source)};
}

Result<Prepared> prepare_generate(host::Canvas& canvas, const Request& request) {
  auto source = canvas.look_for_new_layer();
  if (!source) return fail(std::move(source.error()));
  auto references = read_references(canvas, request.references);
  if (!references) return fail(std::move(references.error()));
  Prepared prepared{.source = std::move(*source)};
  prepared.asked_bounds = prepared.source.bounds;
  prepared.aspect_ratio = request.aspect_ratio;
  prepared.pictures = std::move(*references);
  prepared.fit = make_generated_fit(std::make_shared<const host::Source>(prepared.source));
  return prepared;
}

}  // namespace wordbrush::edit
