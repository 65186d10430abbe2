// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_stream.h"

#include <algorithm>

#include "base/await_result.h"
#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "base/signal_connection.h"
#include "net/address_rules.h"
#include "net/body_stream.h"
#include "net/deadlines.h"
#include "net/http_error.h"
#include "net/message.h"
#include "net/peer.h"
#include "net/retry_after.h"
#include "net/session.h"

namespace wordbrush::net {

namespace {

// Smaller pieces cost up to twice the CPU time, larger ones no less.
constexpr std::size_t read_bytes = 128UZ * 1024;
constexpr std::size_t max_error_body_bytes = 64UZ * 1024;

std::string header_of(SoupMessage* message, const char* name) {
  const char* const value =
      soup_message_headers_get_one(soup_message_get_response_headers(message), name);
  return value != nullptr ? value : "";
}

std::string content_type_of(SoupMessage* message) {
  const char* const type =
      soup_message_headers_get_content_type(soup_message_get_response_headers(message), nullptr);
  return type != nullptr ? type : "";
}

std::chrono::milliseconds time_of(const HttpLimits& limits, Limit limit) {
  switch (limit) {
    case Limit::Connect:
      return limits.connect;
    case Limit::Idle:
      return limits.idle;
    case Limit::Total:
      break;
  }
  return limits.total;
}

}  // namespace

/// Shared by the HttpStream and the coroutine; whichever ends last frees it.
struct HttpStream::Call {
  Call(GObjectPtr<SoupMessage> sent, bool only_public_addresses, const HttpLimits& given,
       HttpStreamEvents wanted)
      : message(std::move(sent)),
        only_public(only_public_addresses),
        limits(given),
        events(std::move(wanted)),
        failure{.host = g_uri_get_host(soup_message_get_uri(message.get()))},
        deadlines(limits, [this](Limit limit) { expire(limit); }) {}

  void set_body(RequestBody body);
  void listen();
  void look_at(GIOStream* connection);
  void refuse();
  void drop();
  void expire(Limit limit);
  void take(std::string_view bytes);
  void end(Result<HttpAnswer> outcome);
  void fail_with(const GError& error);
  bool is_cut() const;
  HttpAnswer answer() const;

  static void on_network(SoupMessage*, GSocketClientEvent event, GIOStream* connection, Call* call);
  static gboolean on_certificate(SoupMessage*, GTlsCertificate*, GTlsCertificateFlags faults,
                                 Call* call);
  static void on_starting(SoupMessage*, Call* call);
  static void on_wrote(SoupMessage*, guint size, Call* call);
  static void on_wrote_body(SoupMessage*, Call* call);
  static void on_got_headers(SoupMessage*, Call* call);
  static void on_got(SoupMessage*, guint size, Call* call);
  static Detached run(std::shared_ptr<Call> call, GObjectPtr<SoupSession> session);

  const GObjectPtr<SoupMessage> message;
  const bool only_public;
  const HttpLimits limits;
  HttpStreamEvents events;
  const GObjectPtr<GCancellable> cancellable = GObjectPtr<GCancellable>::adopt(g_cancellable_new());
  const std::shared_ptr<Peer> peer = std::make_shared<Peer>();
  Failure failure;
  std::optional<Limit> expired;
  bool is_dropped = false;
  // Among the addresses that were tried.
  bool has_public_address = false;
  bool has_near_address = false;
  bool is_refused = false;  // by only_public
  std::uint64_t body_bytes = 0;
  std::uint64_t sent_bytes = 0;
  std::uint64_t got_bytes = 0;  // as on the wire
  std::string error_body;
  Deadlines deadlines;
  std::vector<SignalConnection> signals;
};

void HttpStream::Call::set_body(RequestBody body) {
  if (body.pieces.empty()) return;
  body_bytes = body.size();
  const std::string content_type = body.content_type;
  const auto stream =
      make_body_stream(std::move(body), [server = peer] { return server->has_hung_up(); });
  soup_message_set_request_body(message.get(), content_type.c_str(), stream.get(),
                                static_cast<gssize>(body_bytes));
}

void HttpStream::Call::listen() {
  const auto connect = [this](const char* signal, GCallback handler) {
    signals.emplace_back(message.get(), g_signal_connect(message.get(), signal, handler, this));
  };
  connect("network-event", G_CALLBACK(on_network));
  connect("accept-certificate", G_CALLBACK(on_certificate));
  connect("starting", G_CALLBACK(on_starting));
  connect("wrote-body-data", G_CALLBACK(on_wrote));
  connect("wrote-body", G_CALLBACK(on_wrote_body));
  connect("got-headers", G_CALLBACK(on_got_headers));
  connect("got-body-data", G_CALLBACK(on_got));
}

void HttpStream::Call::on_network(SoupMessage*, GSocketClientEvent event, GIOStream* connection,
                                  Call* call) {
  if (event == G_SOCKET_CLIENT_CONNECTING) call->look_at(connection);
  if (event == G_SOCKET_CLIENT_CONNECTED) call->peer->watch(connection);
}

// The address is known and the connection not made yet: who answers for the name
// cannot give another address afterwards.
void HttpStream::Call::look_at(GIOStream* connection) {
  if (!G_IS_SOCKET_CONNECTION(connection)) return;
  const auto address = GObjectPtr<GSocketAddress>::adopt(
      g_socket_connection_get_remote_address(G_SOCKET_CONNECTION(connection), nullptr));
  const bool is_public = address && !net::is_near(address.get());
  (is_public ? has_public_address : has_near_address) = true;
  if (only_public && !is_public) refuse();
}

void HttpStream::Call::refuse() {
  is_refused = true;
  g_cancellable_cancel(cancellable.get());
}

gboolean HttpStream::Call::on_certificate(SoupMessage*, GTlsCertificate*,
                                          GTlsCertificateFlags faults, Call* call) {
  call->failure.certificate_faults = faults;
  return FALSE;
}

void HttpStream::Call::on_starting(SoupMessage*, Call* call) {
  if (call->only_public && !call->has_public_address) call->refuse();
  call->failure.stage = Stage::Sending;
  call->deadlines.connected();
}

void HttpStream::Call::on_wrote(SoupMessage*, guint size, Call* call) {
  call->deadlines.touch();
  call->sent_bytes += size;
  if (!call->is_dropped && call->events.on_sent)
    call->events.on_sent(call->sent_bytes, call->body_bytes);
}

void HttpStream::Call::on_wrote_body(SoupMessage*, Call* call) {
  call->deadlines.touch();
  call->peer->forget();
  if (call->sent_bytes == call->body_bytes) call->failure.stage = Stage::Waiting;
}

void HttpStream::Call::on_got_headers(SoupMessage*, Call* call) {
  call->deadlines.touch();
  call->failure.stage = Stage::Receiving;
}

void HttpStream::Call::on_got(SoupMessage*, guint size, Call* call) {
  call->deadlines.touch();
  call->got_bytes += size;
}

void HttpStream::Call::drop() {
  is_dropped = true;
  g_cancellable_cancel(cancellable.get());
}

void HttpStream::Call::expire(Limit limit) {
  expired = limit;
  g_cancellable_cancel(cancellable.get());
}

void HttpStream::Call::take(std::string_view bytes) {
  if (SOUP_STATUS_IS_SUCCESSFUL(soup_message_get_status(message.get())))
    events.on_bytes(bytes);
  else
    error_body.append(bytes.substr(0, max_error_body_bytes - error_body.size()));
}

void HttpStream::Call::end(Result<HttpAnswer> outcome) {
  deadlines.stop();
  if (!is_dropped) events.on_end(std::move(outcome));
}

void HttpStream::Call::fail_with(const GError& error) {
  if (is_refused)
    end(fail(near_address(failure)));
  else if (expired)
    end(fail(timeout_error(*expired, time_of(limits, *expired), failure.host)));
  else
    end(fail(network_error(error, failure)));
}

// libsoup takes the end of a connection that is to be closed for the end of the
// body, even where fewer bytes came than the server has announced.
bool HttpStream::Call::is_cut() const {
  auto* const headers = soup_message_get_response_headers(message.get());
  return soup_message_headers_get_encoding(headers) == SOUP_ENCODING_CONTENT_LENGTH &&
         got_bytes < static_cast<std::uint64_t>(soup_message_headers_get_content_length(headers));
}

HttpAnswer HttpStream::Call::answer() const {
  return {.status = static_cast<int>(soup_message_get_status(message.get())),
          .content_type = content_type_of(message.get()),
          .retry_after = retry_after(soup_message_get_response_headers(message.get()),
                                     g_get_real_time() / G_USEC_PER_SEC),
          .location = header_of(message.get(), "Location"),
          .is_near = has_near_address && !has_public_address,
          .error_body = error_body};
}

Detached HttpStream::Call::run(std::shared_ptr<Call> call, GObjectPtr<SoupSession> session) {
  GErrorPtr error;
  AwaitResult sent;
  soup_session_send_async(session.get(), call->message.get(), G_PRIORITY_DEFAULT,
                          call->cancellable.get(), AwaitResult::on_ready, &sent);
  GAsyncResult* const send_result = co_await sent;
  const auto body = GObjectPtr<GInputStream>::adopt(
      soup_session_send_finish(session.get(), send_result, out(error)));
  if (!body) {
    call->fail_with(*error);
    co_return;
  }

  const auto buffer = std::make_unique_for_overwrite<char[]>(read_bytes);
  while (!call->is_dropped) {
    AwaitResult read;
    g_input_stream_read_async(body.get(), buffer.get(), read_bytes, G_PRIORITY_DEFAULT,
                              call->cancellable.get(), AwaitResult::on_ready, &read);
    GAsyncResult* const read_result = co_await read;
    const gssize size = g_input_stream_read_finish(body.get(), read_result, out(error));
    if (size < 0) {
      call->fail_with(*error);
      co_return;
    }
    if (size == 0) break;
    call->take({buffer.get(), static_cast<std::size_t>(size)});
  }

  if (call->is_cut())
    call->end(fail(lost_connection(call->failure)));
  else
    call->end(call->answer());
}

Result<HttpStream> HttpStream::start(SoupSession* session, HttpRequest request, HttpLimits limits,
                                     HttpStreamEvents events) {
  auto message = make_message(request);
  if (!message) return fail(std::move(message.error()));

  choose_proxy(session, message->get());
  auto call =
      std::make_shared<Call>(std::move(*message), request.only_public, limits, std::move(events));
  call->set_body(std::move(request.body));
  call->listen();
  Call::run(call, GObjectPtr<SoupSession>::share(session));
  return HttpStream(std::move(call));
}

HttpStream::HttpStream(std::shared_ptr<Call> call) noexcept : call_(std::move(call)) {}
HttpStream::HttpStream(HttpStream&&) noexcept = default;

HttpStream& HttpStream::operator=(HttpStream other) noexcept {
  std::swap(call_, other.call_);
  return *this;
}

HttpStream::~HttpStream() {
  if (call_) call_->drop();
}

}  // namespace wordbrush::net
