// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/variation.h"

#include <utility>

#include "edit/sentence.h"

namespace wordbrush::edit {

namespace {

/// An answer that was kept on the disk before anything was done with it.
struct Arrived {
  Kept kept;
  Landed landed;
};

}  // namespace

Variation::Variation(const VariationContext& context, const protocol::PictureRequest& asked,
                     VariationEvents events)
    : context_(context),
      events_(std::move(events)),
      exchange_(context.session, context.route, asked,
                {.on_progress = [this](const ExchangeProgress&) { events_.on_transfer(); },
                 .on_words = events_.on_words,
                 .on_end = [this](Result<protocol::Reply> reply) { take(std::move(reply)); }}) {}

std::uint64_t Variation::bytes_received() const {
  return transfer().bytes_received + (delivery_ ? delivery_->bytes_received() : 0);
}

void Variation::take(Result<protocol::Reply> reply) {
  result_.report.usage = transfer().usage;
  if (!reply) return end(std::move(reply.error()));
  delivery_.emplace(
      context_.session, context_.route, transfer().is_near, std::move(*reply),
      DeliveryEvents{
          .on_waiting =
              [this](std::optional<double> done) { events_.on_stage({Stage::Waiting, done}); },
          .on_fetching = [this] { events_.on_stage({.stage = Stage::Receiving}); },
          .on_end = [this](Result<Delivered> got) { fit(std::move(got)); }});
}

void Variation::fit(Result<Delivered> got) {
  if (!got) return end(std::move(got.error()));
  Keep keep = make_keep(context_.spool, context_.keep_record, context_.parcel, context_.request,
                        context_.route, got->reply);
  result_.text = std::move(got->reply.text);
  result_.report.model = std::move(got->reply.model);
  result_.report.finish_reason = std::move(got->reply.finish_reason);
  result_.report.usage = got->reply.usage;
  result_.report.pictures = got->pictures;
  if (got->warning) result_.warnings.push_back(std::move(*got->warning));
  worker_ = run_on_worker<Arrived>(
      [picture = got->reply.pictures.back(), fit = context_.parcel.prepared.fit,
       keep = std::move(keep)]() mutable {
        Kept kept = keep();
        // This outlives the work; the frame that the fit holds need not.
        const Fit once = std::exchange(fit, nullptr);
        return Arrived{std::move(kept), land(picture, once)};
      },
      [this](Arrived arrived) {
        result_.kept = std::move(arrived.kept);
        settle(std::move(arrived.landed));
      });
  events_.on_stage({.stage = Stage::Fitting});
}

void Variation::settle(Landed landed) {
  if (result_.kept.warning) result_.warnings.push_back(*result_.kept.warning);
  result_.report.width = landed.width;
  result_.report.height = landed.height;
  result_.decoded_in = landed.decoded_in;
  result_.fitted_in = landed.fitted_in;
  if (!landed.fitted) return end(told(std::move(landed.fitted.error()), result_.kept));
  result_.fitted = std::move(*landed.fitted);
  result_.report.fit = result_.fitted->report;
  events_.on_end();  // may end the life of *this
}

void Variation::end(Error error) {
  result_.error = std::move(error);
  events_.on_end();  // may end the life of *this
}

Error told(Error error, const Kept& kept) {
  if (kept.hold) return with_kept(error);
  // What was paid for is lost: why is told, too.
  if (kept.warning) return {error.kind, to_sentence(error) + " " + kept.warning->sentence};
  return error;
}

}  // namespace wordbrush::edit
