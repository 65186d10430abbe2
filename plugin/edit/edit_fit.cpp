// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "edit/prepared.h"
#include "edit/untouched.h"
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

/// Nothing of it, whatever an upload's JPEG has lost.
precision::Patch none_of(precision::Patch patch, const precision::FramePlan& plan) {
  patch.change.emplace(plan.target.width, plan.target.height);
  patch.report.changed_share = patch.report.plain_share = 0;
  patch.report.warnings = {precision::Warning::NothingChanged};
  return patch;
}

/// The change may lie beside the selection, within its bounds.
void tell_if_nothing_shows(Fitted& fitted) {
  auto& warnings = fitted.report.warnings;
  const bool shows = std::ranges::any_of(fitted.mask.values, [](int value) { return value > 0; });
  if (!shows && !std::ranges::contains(warnings, precision::Warning::NothingChanged))
    warnings.push_back(precision::Warning::NothingChanged);
}

/// Whether the colors were the edit ("make it warmer", "black and white"), and so must
/// not be brought back: once they were those of before, nothing of the edit was left. Where
/// all of the picture was to change, there may be leftovers: colors that were cut off, or,
/// of most of the picture, those that no correction brings back; but no thing was painted.
bool is_edit_of_colors(const precision::BringBackReport& report, bool is_whole) {
  constexpr double plain_change = 1.5;  // levels of 255
  constexpr double no_thing = 0.001;
  constexpr double most = 0.4;
  if (!report.colors || !report.colors->used() || report.colors->change < plain_change)
    return false;
  if (std::ranges::contains(report.warnings, precision::Warning::NothingChanged)) return true;
  return is_whole && report.plain_share &&
         (*report.plain_share < no_thing || *report.changed_share > most);
}

/// `whole`, with what was found of its colors.
precision::Patch keep_colors(precision::Patch whole, const precision::BringBackReport& found) {
  whole.report.colors = found.colors;
  whole.report.colors->outcome = precision::ColorOutcome::Relight;
  whole.report.warnings.push_back(precision::Warning::ColorsNotMatched);
  return whole;
}

/// The frame that was sent, for several answers at once.
class SentFrame {
 public:
  explicit SentFrame(BitmapPtr frame) : frame_(std::move(frame)) {}

  /// In the size in which it was sent. The larger one, of up to 100 MB, is not kept.
  BitmapPtr as_it_left(const precision::FramePlan& plan) {
    const std::lock_guard lock(mutex_);
    const bool is_larger =
        frame_->width() != plan.upload_width || frame_->height() != plan.upload_height;
    if (is_larger)
      frame_ = std::make_shared<const pixels::Bitmap>(
          precision::resize(*frame_, plan.upload_width, plan.upload_height));
    return frame_;
  }

 private:
  std::mutex mutex_;
  BitmapPtr frame_;
};

struct FitEdit {
  precision::FramePlan plan;
  std::shared_ptr<SentFrame> sent;  ///< null where nothing is compared with it
  std::shared_ptr<const host::Source> source;
  Treatment treatment;

  Result<Fitted> operator()(pixels::Bitmap answer) const {
    const bool is_same = treatment.only_changes && is_what_was_sent(answer);
    precision::Patch patch = bring_back(std::move(answer), treatment);
    if (is_same) return contained(none_of(std::move(patch), plan));
    if (is_edit_of_colors(patch.report, source->selection.empty()))
      return Fitted{.again = [fit = *this, found = std::move(patch.report)](pixels::Bitmap same) {
        return fit.keep_all(std::move(same), found);
      }};
    return contained(as_asked(std::move(patch)));
  }

  /// The answer with the colors that it came with, and all of it.
  Fitted keep_all(pixels::Bitmap answer, const precision::BringBackReport& found) const {
    Treatment as_it_came = treatment;
    as_it_came.match_colors = as_it_came.only_changes = false;
    return contained(as_asked(keep_colors(bring_back(std::move(answer), as_it_came), found)));
  }

  bool is_what_was_sent(const pixels::Bitmap& answer) const {
    const BitmapPtr left = sent ? sent->as_it_left(plan) : nullptr;
    return left && is_untouched(answer, *left);
  }

  precision::Patch as_asked(precision::Patch patch) const {
    if (source->selection.empty()) expect_change_everywhere(patch);
    return patch;
  }

  precision::Patch bring_back(pixels::Bitmap answer, const Treatment& by) const {
    const pixels::Mask& selection = source->selection;
    const BitmapPtr left = sent ? sent->as_it_left(plan) : nullptr;
    return precision::bring_back(std::move(answer), plan, left.get(),
                                 {.align = by.align,
                                  .match_colors = by.match_colors,
                                  .only_changes = by.only_changes,
                                  .sensitivity = by.sensitivity,
                                  .selection = selection.empty() ? nullptr : &selection});
  }

  Fitted contained(precision::Patch patch) const {
    Fitted fitted{
        .place = plan.target, .pixels = std::move(patch.pixels), .report = std::move(patch.report)};
    if (!source->selection.empty() || patch.change || treatment.feather > 0) {
      fitted.mask =
          precision::contain(selection_or_all(*source), patch.change ? &*patch.change : nullptr,
                             treatment.feather, treatment.spill, ends_of(plan, *source));
      if (patch.change) tell_if_nothing_shows(fitted);
    }
    return fitted;
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
  auto frame = sent ? std::make_shared<SentFrame>(std::move(sent)) : nullptr;
  return FitEdit{plan, std::move(frame), std::move(source), treatment};
}

PaintMask make_paint_mask(const precision::FramePlan& plan,
                          std::shared_ptr<const host::Source> source, int spill) {
  return PaintEditMask{plan, std::move(source), spill};
}

}  // namespace wordbrush::edit
