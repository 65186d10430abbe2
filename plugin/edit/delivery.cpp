// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/delivery.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "base/later.h"
#include "edit/picture_fetch.h"
#include "edit/sentence.h"
#include "protocol/words.h"

namespace wordbrush::edit {

namespace {

/// The same events, told without the key and other secrets: what a task or a picture's
/// address says may repeat them.
DeliveryEvents hiding(const Route& route, DeliveryEvents events) {
  events.on_end = [key = route.key, headers = route.endpoint.extra_headers,
                   tell = std::move(events.on_end)](Result<Delivered> got) {
    const auto hide = [&](std::string& words) {
      words = protocol::without_secrets(protocol::without_key(std::move(words), key), headers);
    };
    hide(got ? got->reply.text : got.error().detail);
    if (got && got->warning) hide(got->warning->sentence);
    tell(std::move(got));
  };
  return events;
}

}  // namespace

class Delivery::Impl {
 public:
  Impl(SoupSession* session, const Route& route, bool from_near, protocol::Reply reply,
       DeliveryEvents events, TaskTimes times)
      : session_(session),
        route_(route),
        from_near_(from_near),
        reply_(std::move(reply)),
        events_(hiding(route, std::move(events))),
        times_(times) {
    later_ = Later([this] { bring(); });
  }

  std::uint64_t bytes_received() const { return fetch_ ? fetch_->bytes_received() : 0; }

 private:
  void bring() {
    if (reply_.task) return ask();
    // A reply that has not only begun has a picture.
    const protocol::ReplyPicture& result = reply_.pictures.back();
    if (result.bytes) return end(result.bytes);
    fetch(result.url);
  }

  void ask() {
    poll_.emplace(session_, route_, std::move(*reply_.task),
                  TaskEvents{.on_progress = events_.on_waiting,
                             .on_end =
                                 [this](Result<protocol::Reply> reply) {
                                   if (!reply)
                                     return events_.on_end(fail(std::move(reply.error())));
                                   reply_ = std::move(*reply);
                                   bring();
                                 }},
                  times_);
    if (events_.on_waiting) events_.on_waiting({});  // may end the life of *this
  }

  void fetch(const std::string& address) {
    fetch_.emplace(session_, AnswerSource{route_.endpoint, route_.key, from_near_}, address,
                   [this](Result<SharedBytes> picture) { take(std::move(picture)); });
    if (events_.on_fetching) events_.on_fetching();  // may end the life of *this
  }

  void take(Result<SharedBytes> picture) {
    if (picture) {
      // Some services send it both ways.
      std::erase_if(reply_.pictures, [&](const protocol::ReplyPicture& other) {
        return other.bytes && *other.bytes == **picture;
      });
      return end(std::move(*picture));
    }
    const auto here = std::find_if(reply_.pictures.rbegin(), reply_.pictures.rend(),
                                   [](const auto& other) { return other.bytes != nullptr; });
    if (here == reply_.pictures.rend()) return events_.on_end(fail(std::move(picture.error())));
    const GCharPtr sentence(
        g_strdup_printf(_("An earlier picture of the answer was taken instead of the last one. %s"),
                        to_sentence(picture.error()).c_str()));
    warning_ = Warning{"earlier_picture", sentence.get()};
    end(here->bytes);
  }

  void end(SharedBytes picture) {
    const int pictures = static_cast<int>(reply_.pictures.size());
    std::erase_if(reply_.pictures,
                  [&](const auto& other) { return !other.bytes || other.bytes == picture; });
    reply_.pictures.push_back({std::move(picture), {}});
    events_.on_end(Delivered{.reply = std::move(reply_),
                             .pictures = pictures,
                             .warning = std::move(warning_)});  // may end the life of *this
  }

  SoupSession* session_;
  const Route route_;
  const bool from_near_;
  protocol::Reply reply_;
  const DeliveryEvents events_;
  const TaskTimes times_;
  std::optional<Warning> warning_;
  std::optional<TaskPoll> poll_;
  std::optional<PictureFetch> fetch_;
  Later later_;
};

Delivery::Delivery(SoupSession* session, const Route& route, bool from_near, protocol::Reply reply,
                   DeliveryEvents events, TaskTimes times)
    : impl_(std::make_unique<Impl>(session, route, from_near, std::move(reply), std::move(events),
                                   times)) {}
Delivery::Delivery(Delivery&&) noexcept = default;
Delivery& Delivery::operator=(Delivery&&) noexcept = default;
Delivery::~Delivery() = default;

std::uint64_t Delivery::bytes_received() const {
  return impl_->bytes_received();
}

}  // namespace wordbrush::edit
