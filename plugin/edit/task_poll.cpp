// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/task_poll.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/glib_ptr.h"
#include "base/later.h"
#include "net/address_rules.h"
#include "net/http_stream.h"
#include "protocol/dialect.h"
#include "protocol/http_failure.h"
#include "protocol/reply_reader.h"

namespace wordbrush::edit {

namespace {

constexpr net::HttpLimits question_limits{.connect = std::chrono::seconds(15),
                                          .idle = std::chrono::seconds(30),
                                          .total = std::chrono::seconds(120)};
constexpr int max_failures = 3;
constexpr int first_failure_status = 300;

/// Whether `id` can be a part of a path.
bool is_task_id(std::string_view id) {
  constexpr std::size_t max_bytes = 200;
  return !id.empty() && id.size() <= max_bytes && !id.starts_with('.') &&
         std::ranges::all_of(id, [](char character) {
           return g_ascii_isalnum(character) || std::string_view("-_.:~").contains(character);
         });
}

/// Whether an answer says nothing about the task: a page of a proxy, half of a body.
bool is_no_word(const Error& error) {
  return error.kind == ErrorKind::Protocol || error.kind == ErrorKind::Truncated ||
         error.kind == ErrorKind::Empty;
}

/// .../v1/tasks/ID beside the chat, or where the service says, if that is the service.
Result<std::string> url_of(const protocol::Endpoint& endpoint, const protocol::Task& task) {
  if (!task.poll_url.empty()) {
    // The endpoint's own address is always within reach.
    auto url = net::follow({.url = endpoint.origin + "/", .is_near = true}, task.poll_url);
    if (url && net::have_same_origin(*url, endpoint.origin)) return url;
  }
  if (!is_task_id(task.id))
    return fail(ErrorKind::Protocol, _("The service names a task that cannot be asked for."));
  return protocol::url_of(endpoint, endpoint.path, "/tasks/" + task.id);
}

}  // namespace

class TaskPoll::Impl {
 public:
  Impl(SoupSession* session, const Route& route, protocol::Task task, TaskEvents events,
       TaskTimes times)
      : session_(session),
        key_headers_(route.endpoint.dialect->key_headers(route.endpoint, route.key)),
        task_(std::move(task)),
        url_(url_of(route.endpoint, task_)),
        events_(std::move(events)),
        times_(times),
        interval_(times.first) {
    if (url_)
      wait();
    else
      later_ = Later([this] { events_.on_end(fail(url_.error())); });
  }

 private:
  void wait() {
    later_ = Later(interval_, [this] { ask(); });
    constexpr int grow_numerator = 5;
    constexpr int grow_denominator = 4;
    interval_ = std::min(interval_ * grow_numerator / grow_denominator, times_.longest);
  }

  void ask() {
    reader_ = protocol::ReplyReader();
    is_unreadable_ = false;
    net::HttpRequest request{.method = "GET", .url = *url_};
    request.headers = key_headers_;
    request.headers.emplace_back("Accept", "application/json");
    auto stream = net::HttpStream::start(
        session_, std::move(request), question_limits,
        {.on_bytes =
             [this](std::string_view bytes) {
               is_unreadable_ = is_unreadable_ || !reader_.feed(bytes);
             },
         .on_end = [this](Result<net::HttpAnswer> outcome) { take(std::move(outcome)); }});
    if (!stream) return events_.on_end(fail(std::move(stream.error())));
    stream_.emplace(std::move(*stream));
  }

  void take(Result<net::HttpAnswer> outcome) {
    if (!outcome) return go_on_after(std::move(outcome.error()));
    if (outcome->status >= first_failure_status)
      return go_on_after(protocol::read_http_failure(outcome->status, outcome->error_body));
    if (is_unreadable_)
      return go_on_after({ErrorKind::Protocol, _("The service's word on its work is too long.")});
    auto reply = reader_.finish();
    if (!reply && is_no_word(reply.error())) return go_on_after(std::move(reply.error()));
    if (!reply || !reply->task) return events_.on_end(std::move(reply));

    failures_ = 0;
    const std::optional<double> progress = reply->task->progress;
    if (is_too_late()) return events_.on_end(fail(too_late()));
    wait();
    if (events_.on_progress) events_.on_progress(progress);  // may end the life of *this
  }

  /// A question that failed is not yet a task that failed: it is paid for.
  void go_on_after(Error error) {
    if (++failures_ >= max_failures || is_too_late()) return events_.on_end(fail(std::move(error)));
    wait();
  }

  bool is_too_late() const {
    return std::chrono::microseconds(g_get_monotonic_time() - started_) + interval_ > times_.total;
  }

  Error too_late() const {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(times_.total).count();
    const GCharPtr detail(
        g_strdup_printf(_("The service has not made the picture within %d minutes. It calls it "
                          "task %s: look for it in your account there."),
                        static_cast<int>(minutes), task_.id.c_str()));
    return {ErrorKind::Timeout, detail.get()};
  }

  SoupSession* session_;
  const protocol::Headers key_headers_;
  const protocol::Task task_;
  const Result<std::string> url_;
  const TaskEvents events_;
  const TaskTimes times_;
  const std::int64_t started_ = g_get_monotonic_time();
  std::chrono::milliseconds interval_;
  int failures_ = 0;
  bool is_unreadable_ = false;
  protocol::ReplyReader reader_;
  std::optional<net::HttpStream> stream_;
  Later later_;
};

TaskPoll::TaskPoll(SoupSession* session, const Route& route, protocol::Task task, TaskEvents events,
                   TaskTimes times)
    : impl_(std::make_unique<Impl>(session, route, std::move(task), std::move(events), times)) {}
TaskPoll::TaskPoll(TaskPoll&&) noexcept = default;
TaskPoll& TaskPoll::operator=(TaskPoll&&) noexcept = default;
TaskPoll::~TaskPoll() = default;

}  // namespace wordbrush::edit
