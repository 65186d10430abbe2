// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/packing.h"

#include <glib.h>

#include <utility>

#include "edit/measure.h"
#include "protocol/dialect.h"

namespace wordbrush::edit {

Packing::Packing(std::shared_ptr<host::Canvas> canvas, Reading reading, Prepare prepare,
                 const Route& route, UploadRules rules, PackingEvents events)
    : canvas_(std::move(canvas)),
      reading_(reading),
      prepare_(std::move(prepare)),
      with_mask_(route.endpoint.dialect->takes_mask),
      rules_(rules),
      events_(std::move(events)),
      later_([this] { read(); }) {}

void Packing::read() {
  started_ = g_get_monotonic_time();
  events_.on_stage(Stage::Reading);
  if (reading_ == Reading::AtOnce) return take(prepare_(*canvas_));
  loan_.emplace(canvas_);
  reader_ = run_on_worker<Result<Prepared>>(
      [canvas = loan_->lent(), prepare = std::move(prepare_)] mutable { return prepare(*canvas); },
      [this](Result<Prepared> prepared) {
        loan_.reset();
        take(std::move(prepared));
      });
}

void Packing::take(Result<Prepared> prepared) {
  if (!prepared) return events_.on_end(fail(std::move(prepared.error())));
  parcel_.prepared = std::move(*prepared);
  parcel_.read_in = milliseconds_between(started_, g_get_monotonic_time());
  encode();
}

void Packing::encode() {
  events_.on_stage(Stage::Encoding);
  const auto start = g_get_monotonic_time();
  encoder_ = run_on_worker<Result<Uploads>>(
      [pictures = std::exchange(parcel_.prepared.pictures, {}),
       mask = with_mask_ ? parcel_.prepared.paint_mask : nullptr, rules = rules_] mutable {
        // Freed here: to give so much memory back would keep the main loop.
        const auto read = std::exchange(pictures, {});
        return make_uploads(read, mask, rules);
      },
      [this, start](Result<Uploads> uploads) {
        if (!uploads) return events_.on_end(fail(std::move(uploads.error())));
        parcel_.uploads = std::move(*uploads);
        parcel_.encoded_in = milliseconds_between(start, g_get_monotonic_time());
        events_.on_end(std::move(parcel_));  // may end the life of *this
      });
}

}  // namespace wordbrush::edit
