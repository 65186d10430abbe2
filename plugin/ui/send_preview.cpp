// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/send_preview.h"

#include <glib.h>

#include <numeric>
#include <utility>

#include "base/glib_ptr.h"
#include "edit/take.h"
#include "pixels/decode.h"

namespace wordbrush::ui {

namespace {

SendPreview::Picture to_picture(const edit::Upload& upload) {
  const Bytes& bytes = *upload.part.bytes;
  const GCharPtr checksum(
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes.data(), bytes.size()));
  SendPreview::Picture picture{.mime_type = upload.part.mime_type,
                               .width = upload.width,
                               .height = upload.height,
                               .bytes = bytes.size(),
                               .checksum = checksum.get()};
  if (auto bitmap = pixels::decode(bytes))
    picture.bitmap = std::make_shared<const pixels::Bitmap>(std::move(*bitmap));
  return picture;
}

}  // namespace

SendPreview::SendPreview(std::function<void()> on_changed) : on_changed_(std::move(on_changed)) {}

bool SendPreview::has_pictures_of(const Order& order, const edit::Route& route) const {
  return order_ && wants_same_pictures(*order_, order) && model_ == route.model &&
         dialect_ == route.endpoint.dialect;
}

void SendPreview::refresh(Order order, Result<edit::Route> route, bool may_differ) {
  if (!route) {
    packing_.reset();
    order_.reset();
    return take(fail(std::move(route.error())));
  }
  const bool is_known = !may_differ && has_pictures_of(order, *route);
  host_ = route->endpoint.host;
  model_ = route->model;
  dialect_ = route->endpoint.dialect;
  if (is_known) return on_changed_();
  order_ = std::move(order);
  is_reading_ = true;
  packing_.emplace(order_->canvas, edit::Reading::InTurns, preparation_of(*order_, model_), *route,
                   order_->request.upload,
                   edit::PackingEvents{
                       .on_stage = [](edit::Stage) {},
                       .on_end = [this](Result<edit::Parcel> parcel) { take(std::move(parcel)); }});
}

void SendPreview::take(Result<edit::Parcel> parcel) {
  if (!parcel) {
    is_reading_ = false;
    error_ = std::move(parcel.error());
    pictures_.clear();
    target_ = {};
    limits_.clear();
    return on_changed_();
  }
  error_.reset();
  const auto& plan = parcel->prepared.plan;
  limits_ = parcel->prepared.source.limits;
  target_ = plan ? edit::target_in_upload(*plan) : Rect{};
  decode(parcel->uploads);
}

void SendPreview::show(const edit::Uploads& uploads) {
  packing_.reset();
  order_.reset();
  error_.reset();
  is_reading_ = true;
  decode(uploads);
}

void SendPreview::decode(const edit::Uploads& uploads) {
  decoder_ = run_on_worker<std::vector<Picture>>(
      [sent = uploads.pictures, mask = uploads.mask] {
        std::vector<Picture> pictures;
        pictures.reserve(sent.size() + 1);
        for (const edit::Upload& upload : sent) pictures.push_back(to_picture(upload));
        if (mask) pictures.push_back(to_picture({*mask, pictures[0].width, pictures[0].height}));
        return pictures;
      },
      [this](std::vector<Picture> pictures) {
        is_reading_ = false;
        pictures_ = std::move(pictures);
        on_changed_();
      });
}

std::size_t SendPreview::bytes() const {
  return std::transform_reduce(pictures_.begin(), pictures_.end(), std::size_t{0}, std::plus(),
                               [](const Picture& picture) { return picture.bytes; });
}

}  // namespace wordbrush::ui
