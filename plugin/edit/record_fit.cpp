// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/record_fit.h"

#include <memory>
#include <ranges>
#include <utility>

#include "pixels/decode.h"
#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

/// Null where it is not at hand.
std::shared_ptr<const pixels::Bitmap> sent_of(const SpoolRecord& record) {
  if (!record.sent) return {};
  auto sent = decode_sent(record);
  return sent ? std::make_shared<const pixels::Bitmap>(std::move(*sent)) : nullptr;
}

}  // namespace

precision::FramePlan plan_of(const SpoolRecord& record) {
  const SpooledFrame& spooled = *record.frame;
  precision::FramePlan plan{.frame = spooled.frame,
                            .target = record.source.bounds,
                            .padding = spooled.padding,
                            .upload_width = spooled.upload_width,
                            .upload_height = spooled.upload_height};
  plan.scale = static_cast<double>(plan.upload_width) / plan.frame.width;
  return plan;
}

Result<pixels::Bitmap> decode_sent(const SpoolRecord& record) {
  auto sent = pixels::decode(*record.sent);
  if (!sent) return sent;
  const SpooledFrame& frame = *record.frame;
  const bool as_planned =
      sent->width() == frame.upload_width && sent->height() == frame.upload_height;
  return as_planned ? std::move(*sent)
                    : precision::resize(*sent, frame.upload_width, frame.upload_height);
}

Result<pixels::Bitmap> decode_answer(const SpoolRecord& record) {
  for (const SharedBytes& bytes : record.pictures | std::views::reverse)
    if (auto picture = pixels::decode(*bytes)) return picture;
  return fail(ErrorKind::BadImage, {});
}

Fit fit_of(const SpoolRecord& record, const Treatment& treatment) {
  auto source = std::make_shared<const host::Source>(record.source);
  if (!record.frame) return make_generated_fit(std::move(source));
  const bool compares = treatment.align || treatment.match_colors || treatment.only_changes;
  return make_edit_fit(plan_of(record), compares ? sent_of(record) : nullptr, std::move(source),
                       treatment);
}

Landed land_best(const SpoolRecord& record, const Fit& fit) {
  Landed best{.fitted = fail(ErrorKind::BadImage, {})};
  for (const SharedBytes& bytes : record.pictures | std::views::reverse) {
    Landed landed = land({.bytes = bytes}, fit);
    if (landed.fitted) return landed;
    if (best.fitted.error().detail.empty()) best = std::move(landed);
  }
  return best;
}

}  // namespace wordbrush::edit
