// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/landing.h"

#include <glib/gi18n.h>

#include <utility>

#include "base/glib_ptr.h"
#include "pixels/decode.h"

namespace wordbrush::edit {

namespace {

std::string digest_of(ByteView bytes) {
  const GCharPtr digest(g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes.data(), bytes.size()));
  return digest.get();
}

}  // namespace

Landed land(const protocol::ReplyPicture& picture, const Fit& fit) {
  const auto start = g_get_monotonic_time();
  auto bitmap = pixels::decode(*picture.bytes);
  const auto decoded = g_get_monotonic_time();
  if (!bitmap) return {.fitted = fail(std::move(bitmap.error()))};
  Landed landed{.fitted = fail(ErrorKind::BadImage, {}),
                .width = bitmap->width(),
                .height = bitmap->height(),
                .decoded_in = decoded - start};
  landed.fitted = fit(std::move(*bitmap));
  if (landed.fitted && landed.fitted->again) {
    if (auto same = pixels::decode(*picture.bytes)) {
      auto again = std::move(landed.fitted->again);
      landed.fitted = again(std::move(*same));
    } else {
      landed.fitted = fail(std::move(same.error()));
    }
  }
  if (landed.fitted) landed.fitted->answer = digest_of(*picture.bytes);
  landed.fitted_in = g_get_monotonic_time() - decoded;
  return landed;
}

std::optional<Warning> warning_of(host::Landing landing) {
  switch (landing) {
    case host::Landing::OnTop:
      return Warning{"layer_gone",
                     _("The layer is no longer there, so the result is on top of the image.")};
    case host::Landing::ImageClosed:
      return Warning{"image_closed",
                     _("The image was closed, so the result was opened as a new image.")};
    case host::Landing::ImageIndexed:
      return Warning{
          "image_indexed",
          _("The palette of an indexed image cannot hold the result, so it was opened as a "
            "new image. Change the mode to RGB (Image > Mode > RGB) to get results as layers.")};
    case host::Landing::ImageRefused:
      return Warning{
          "image_refused",
          _("GIMP would not insert the layer, so the result was opened as a new image.")};
    case host::Landing::InPlace:
      break;
  }
  return {};
}

}  // namespace wordbrush::edit
