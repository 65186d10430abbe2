// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "edit/prepared.h"
#include "precision/containment.h"
#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

using BitmapPtr = std::shared_ptr<const pixels::Bitmap>;

/// Everything may change where nothing is selected.
pixels::Mask selection_or_all(const host::Source& source) {
  constexpr std::uint8_t wholly = 255;
  if (!source.selection.empty()) return source.selection;
  return {source.bounds.width, source.bounds.height, wholly};
}

/// A selection that runs on to the picture's end has no edge there.
precision::PictureEnds ends_of(const precision::FramePlan& plan, const host::Source& source) {
  const Rect& target = plan.target;
  const Rect& extents = source.extents;
  return {.left = target.x <= extents.x,
          .top = target.y <= extents.y,
          .right = target.right() >= extents.right(),
          .bottom = target.bottom() >= extents.bottom()};
}

/// Where nothing is selected, all of the picture was to change: it is no news that all of
/// it did, and what cannot be told from the original is as it was asked for.
void expect_change_everywhere(precision::Patch& patch) {
  using precision::Warning;
  auto& warnings = patch.report.warnings;
  if (std::ranges::contains(warnings, Warning::NothingChanged)) patch.change.reset();
  std::erase_if(warnings, [](Warning warning) {
    return warning == Warning::Redrawn || warning == Warning::MostlyChanged;
  });
}

/// Whether nothing of the edit was left once the colors were those of before: then they
/// were the edit ("make it warmer").
bool is_edit_of_colors(const precision::BringBackReport& report) {
  constexpr double plain_change = 4;  // levels of 255
  return report.colors && report.colors->used() && report.colors->change >= plain_change &&
         std::ranges::contains(report.warnings, precision::Warning::NothingChanged);
}

/// `whole`, with what was found of its colors.
precision::Patch keep_colors(precision::Patch whole, const precision::BringBackReport& found) {
  whole.report.colors = found.colors;
  whole.report.colors->outcome = precision::ColorOutcome::Relight;
  whole.report.warnings.push_back(precision::Warning::ColorsNotMatched);
  return whole;
}

struct FitEdit {
  precision::FramePlan plan;
  BitmapPtr sent;  ///< null where nothing is compared with it
  std::shared_ptr<const host::Source> source;
  Treatment treatment;

  Result<Fitted> operator()(pixels::Bitmap answer) const {
    auto patch = bring_back(std::move(answer));
    if (source->selection.empty()) expect_change_everywhere(patch);
    Fitted fitted{
        .place = plan.target, .pixels = std::move(patch.pixels), .report = std::move(patch.report)};
    if (!source->selection.empty() || patch.change || treatment.feather > 0) {
      fitted.mask =
          precision::contain(selection_or_all(*source), patch.change ? &*patch.change : nullptr,
                             treatment.feather, treatment.spill, ends_of(plan, *source));
    }
    return fitted;
  }

  precision::Patch bring_back(pixels::Bitmap answer) const {
    const BitmapPtr left = as_it_left();
    precision::BringBackOptions options{.align = treatment.align,
                                        .match_colors = treatment.match_colors,
                                        .only_changes = treatment.only_changes,
                                        .sensitivity = treatment.sensitivity};
    const bool can_take_all_back =
        left && options.match_colors && options.only_changes && !source->selection.empty();
    std::optional<pixels::Bitmap> again;
    if (can_take_all_back) again = answer.clone();
    auto patch = precision::bring_back(std::move(answer), plan, left.get(), options);
    if (!again || !is_edit_of_colors(patch.report)) return patch;
    options.match_colors = options.only_changes = false;
    auto whole = precision::bring_back(std::move(*again), plan, left.get(), options);
    return keep_colors(std::move(whole), patch.report);
  }

  /// The frame in the size in which it was sent.
  BitmapPtr as_it_left() const {
    if (!sent || (sent->width() == plan.upload_width && sent->height() == plan.upload_height))
      return sent;
    return std::make_shared<const pixels::Bitmap>(
        precision::resize(*sent, plan.upload_width, plan.upload_height));
  }
};

/// For models that change only a part of what they are sent.
struct PaintEditMask {
  precision::FramePlan plan;
  std::shared_ptr<const host::Source> source;
  int spill;

  pixels::Bitmap operator()() const {
    constexpr std::uint8_t opaque = 255;
    pixels::Bitmap mask(plan.frame.width, plan.frame.height);
    std::ranges::fill(mask.bytes(), opaque);
    const pixels::Mask change =
        precision::contain(source->selection, nullptr, 0, spill, ends_of(plan, *source));
    for (int y = 0; y < change.height; ++y) {
      auto* const row = mask.row(plan.target.y - plan.frame.y + y);
      for (int x = 0; x < change.width; ++x)
        if (change.row(y)[x] > 0)
          row[(std::ptrdiff_t{plan.target.x - plan.frame.x + x} * pixels::Bitmap::channels) + 3] =
              0;
    }
    return mask;
  }
};

}  // namespace

Fit make_edit_fit(const precision::FramePlan& plan, std::shared_ptr<const pixels::Bitmap> sent,
                  std::shared_ptr<const host::Source> source, const Treatment& treatment) {
  return FitEdit{plan, std::move(sent), std::move(source), treatment};
}

PaintMask make_paint_mask(const precision::FramePlan& plan,
                          std::shared_ptr<const host::Source> source, int spill) {
  return PaintEditMask{plan, std::move(source), spill};
}

}  // namespace wordbrush::edit
