// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/packing.h"

#include <glib.h>

#include <utility>

#include "edit/measure.h"
#include "protocol/dialect.h"

namespace wordbrush::edit {

Packing::Packing(Prepare prepare, const Route& route, UploadFormat format, PackingEvents events)
    : prepare_(std::move(prepare)),
      with_mask_(route.endpoint.dialect->takes_mask),
      format_(format),
      events_(std::move(events)),
      later_([this] { read(); }) {}

void Packing::read() {
  const auto start = g_get_monotonic_time();
  events_.on_stage(Stage::Reading);
  auto prepared = prepare_();
  if (!prepared) return events_.on_end(fail(std::move(prepared.error())));
  parcel_.prepared = std::move(*prepared);
  parcel_.read_in = milliseconds(start, g_get_monotonic_time());
  encode();
}

void Packing::encode() {
  events_.on_stage(Stage::Encoding);
  const auto start = g_get_monotonic_time();
  encoder_ = run_on_worker<Result<Uploads>>(
      [pictures = std::exchange(parcel_.prepared.pictures, {}),
       mask = with_mask_ ? parcel_.prepared.paint_mask : nullptr,
       format = format_] { return make_uploads(pictures, mask, format); },
      [this, start](Result<Uploads> uploads) {
        if (!uploads) return events_.on_end(fail(std::move(uploads.error())));
        parcel_.uploads = std::move(*uploads);
        parcel_.encoded_in = milliseconds(start, g_get_monotonic_time());
        events_.on_end(std::move(parcel_));  // may end the life of *this
      });
}

}  // namespace wordbrush::edit
