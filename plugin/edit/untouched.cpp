// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/untouched.h"

#include <cstdint>
#include <cstdlib>

#include "edit/upload.h"
#include "pixels/decode.h"

namespace wordbrush::edit {

namespace {

// In levels of 255, of all channels.
constexpr double most_by_jpeg = 6;         // of the noisiest picture
constexpr double most_by_rounding = 0.25;  // decoders round differently

/// The mean; of two pictures of one size.
double difference(const pixels::Bitmap& one, const pixels::Bitmap& other) {
  std::uint64_t sum = 0;
  const auto a = one.bytes();
  const auto b = other.bytes();
  for (std::size_t at = 0; at < a.size(); ++at)
    sum += static_cast<std::uint64_t>(std::abs(int{a[at]} - int{b[at]}));
  return static_cast<double>(sum) / static_cast<double>(a.size());
}

}  // namespace

bool is_untouched(const pixels::Bitmap& answer, const pixels::Bitmap& sent) {
  if (answer.width() != sent.width() || answer.height() != sent.height()) return false;
  const double from_sent = difference(answer, sent);
  if (from_sent <= most_by_rounding) return true;
  // Making the JPEG again is worth it only where it can be that.
  if (from_sent > most_by_jpeg || !pixels::is_opaque(sent)) return false;
  const auto upload = make_upload(sent, sent.width(), sent.height(), UploadFormat::Jpeg);
  if (!upload) return false;
  const auto kept = pixels::decode(*upload->part.bytes);
  return kept && kept->width() == answer.width() && kept->height() == answer.height() &&
         difference(answer, *kept) <= most_by_rounding;
}

}  // namespace wordbrush::edit
