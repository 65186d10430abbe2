// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/keep.h"

#include <glib/gi18n.h>

#include <utility>

#include "edit/layer_name.h"
#include "edit/sentence.h"

namespace wordbrush::edit {

namespace {

constexpr std::int64_t microseconds_per_second = 1'000'000;

SpoolRecord to_record(const Parcel& parcel, const Request& request, const Route& route,
                      const protocol::Reply& reply) {
  const Prepared& prepared = parcel.prepared;
  SpoolRecord record{.time = g_get_real_time() / microseconds_per_second,
                     .prompt = request.prompt,
                     .model = route.model,
                     .host = route.endpoint.host,
                     .text = reply.text,
                     .layer_name = to_layer_name(request.prompt),
                     .source = prepared.source,
                     .recipe = make_recipe(prepared, request, route),
                     .is_trained = route.is_trained};
  if (prepared.plan)
    record.frame = SpooledFrame{.frame = prepared.plan->frame,
                                .upload_width = prepared.plan->upload_width,
                                .upload_height = prepared.plan->upload_height,
                                .padding = prepared.plan->padding,
                                .treatment = prepared.treatment};
  if (prepared.plan && !parcel.uploads.pictures.empty())
    record.sent = parcel.uploads.pictures.front().part.bytes;
  for (const protocol::ReplyPicture& picture : reply.pictures)
    if (picture.bytes) record.pictures.push_back(picture.bytes);
  return record;
}

}  // namespace

Keep make_keep(Spool* spool, KeepRecord keep_record, const Parcel& parcel, const Request& request,
               const Route& route, const protocol::Reply& reply) {
  if (spool == nullptr) return [] { return Kept{}; };
  return [spool, keep_record,
          record = std::make_shared<const SpoolRecord>(to_record(parcel, request, route, reply)),
          ticket = std::optional(spool->announce_write())]() mutable {
    Kept kept;
    if (auto added = spool->add(*record))
      kept.hold = std::move(*added);
    else
      kept.warning = Warning{"spool_failed", std::move(added.error().detail)};
    if (keep_record == KeepRecord::InMemory) kept.record = record;
    record.reset();
    // Last: the spool may go away now.
    ticket.reset();
    return kept;
  };
}

Error with_kept(const Error& error) {
  return {error.kind, to_sentence(error) + " " +
                          _("The answer is kept: Filters > Wordbrush > Recover Last Result.")};
}

}  // namespace wordbrush::edit
