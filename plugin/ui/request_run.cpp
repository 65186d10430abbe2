// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/request_run.h"

#include <glib.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace wordbrush::ui {

bool wants_same_pictures(const Order& one, const Order& other) {
  const auto inputs = [](const Order& order) {
    const edit::Request& request = order.request;
    const edit::Treatment& treatment = order.treatment;
    return std::tie(order.is_edit, order.image_id, order.layer_id, request.aspect_ratio,
                    request.size, request.references, request.upload.format,
                    request.upload.max_bytes, treatment.area, treatment.context, treatment.overview,
                    treatment.spill);
  };
  return inputs(one) == inputs(other);
}

edit::Packing::Prepare preparation_of(const Order& order, const std::string& model) {
  return [is_edit = order.is_edit, request = order.request, treatment = order.treatment,
          model](host::Canvas& canvas) -> Result<edit::Prepared> {
    return is_edit ? edit::prepare_edit(canvas, request, treatment, model)
                   : edit::prepare_generate(canvas, request);
  };
}

RequestRun::RequestRun(SoupSession* session, edit::Spool& spool, Order order, Way way,
                       Events events)
    : session_(session),
      spool_(spool),
      order_(std::move(order)),
      confirm_(std::move(way.confirm)),
      reserved_(std::move(way.reserved)),
      events_(std::move(events)) {
  status_.started = g_get_monotonic_time();
  status_.asked = static_cast<std::size_t>(order_.request.variations);
  way.find_route([this, alive = std::weak_ptr(alive_)](Result<edit::Route> route) {
    if (!alive.expired()) pack(std::move(route));
  });
}

void RequestRun::pack(Result<edit::Route> route) {
  if (!route) return end(std::move(route.error()));
  if (auto checked = edit::check(order_.request); !checked) return end(std::move(checked.error()));
  route_ = std::move(*route);
  host_ = route_->endpoint.host;
  model_ = route_->model;
  packing_.emplace(
      order_.canvas, edit::Reading::InTurns, preparation_of(order_, route_->model), *route_,
      order_.request.upload,
      edit::PackingEvents{
          .on_stage = [this](edit::Stage stage) { show({.stage = stage}); },
          .on_end = [this](Result<edit::Parcel> parcel) { confirm(std::move(parcel)); }});
}

void RequestRun::confirm(Result<edit::Parcel> parcel) {
  if (!parcel) return end(std::move(parcel.error()));
  parcel_ = std::move(*parcel);
  for (const edit::Upload& upload : parcel_->uploads.pictures)
    picture_bytes_ = std::max(picture_bytes_, upload.part.bytes->size());
  events_.on_packed(parcel_->uploads);
  if (!confirm_) return send();
  confirm_(*route_, parcel_->uploads,
           [this, alive = std::weak_ptr(alive_)](Result<void> confirmed) {
             if (alive.expired()) return;
             if (!confirmed) return end(std::move(confirmed.error()));
             send();
           });
}

void RequestRun::send() {
  edit::Parcel parcel = std::move(*parcel_);
  parcel_.reset();
  if (parcel.prepared.witness)
    witness_ = std::make_shared<const edit::Witness>(std::move(*parcel.prepared.witness));
  attempt_.emplace(
      session_, std::move(parcel), order_.request, std::move(*route_),
      edit::Keeping{&spool_, edit::KeepRecord::InMemory},
      edit::AttemptEvents{.on_progress = [this](const edit::Progress& progress) { show(progress); },
                          .on_words =
                              [this](std::string_view words) {
                                status_.words = words;
                                events_.on_changed();
                              },
                          .on_answer = [this](std::size_t index) { take(index); }});
  show({edit::Stage::Sending, 0});
}

void RequestRun::show(const edit::Progress& progress) {
  status_.progress = progress;
  if (attempt_) {
    status_.bytes_sent = attempt_->bytes_sent();
    status_.bytes_received = attempt_->bytes_received();
  }
  events_.on_changed();
}

void RequestRun::take(std::size_t index) {
  edit::VariationResult& result = attempt_->variation(index).result();
  ++status_.answers;
  const bool is_last = attempt_->has_ended();
  if (const auto bill = bill_for(result)) events_.on_bill(*bill);
  if (result.error && !error_) error_ = std::move(result.error);
  if (result.fitted) {
    ++status_.taken;
    const auto alive = std::weak_ptr(alive_);
    events_.on_taken(to_taken(result));
    if (alive.expired()) return;
  }
  show(status_.progress);
  if (is_last) end(std::move(error_));
}

Taken RequestRun::to_taken(edit::VariationResult& result) const {
  return {.take = {.record = result.kept.record,
                   .witness = witness_,
                   .is_of_this_session = true,
                   .fitted = std::make_shared<const edit::Fitted>(std::move(*result.fitted))},
          .hold = std::move(result.kept.hold),
          .report = std::move(result.report),
          .warnings = std::move(result.warnings)};
}

/// A picture is paid for even if nothing can be done with it, and so are words where the
/// service counts them.
std::optional<Bill> RequestRun::bill_for(const edit::VariationResult& result) const {
  const protocol::Usage& usage = result.report.usage;
  if (result.report.pictures == 0 && !usage.cost && usage.completion_tokens.value_or(0) <= 0)
    return std::nullopt;
  return Bill{.host = host_,
              .model = model_,
              .asked_size = order_.request.size,
              .usage = usage,
              .pictures = result.report.pictures};
}

Charge RequestRun::charge() const {
  auto charge = Charge::NotSent;
  for (std::size_t i = 0; attempt_ && i < attempt_->count(); ++i) {
    const edit::ExchangeProgress& transfer = attempt_->variation(i).transfer();
    if (transfer.retry_at != 0)
      charge = Charge::Refused;
    else if (transfer.sent != 0)
      return Charge::Possible;
  }
  return charge;
}

void RequestRun::end(std::optional<Error> error) {
  events_.on_end(std::move(error));  // may end the life of *this
}

}  // namespace wordbrush::ui
