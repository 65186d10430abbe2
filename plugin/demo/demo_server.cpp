// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_server.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#include <algorithm>
#include <list>
#include <random>
#include <string_view>
#include <utility>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "base/signal_connection.h"
#include "base/worker.h"
#include "demo/answer.h"

namespace wordbrush::demo {

namespace {

constexpr const char* chat_path = "/v1/chat/completions";
constexpr const char* models_path = "/v1/models";

std::string make_key() {
  constexpr int words = 4;
  std::random_device random;
  std::string key = "demo-";
  for (int word = 0; word < words; ++word) {
    const GCharPtr digits(g_strdup_printf("%08x", random()));
    key += digits.get();
  }
  return key;
}

GBytesPtr to_bytes(std::string text) {
  auto owned = std::make_unique<std::string>(std::move(text));
  const auto* const data = owned->data();
  const auto size = owned->size();
  return GBytesPtr(g_bytes_new_with_free_func(
      data, size, [](gpointer string) { delete static_cast<std::string*>(string); },
      owned.release()));
}

void send(SoupServerMessage* message, Answer answer) {
  soup_server_message_set_status(message, static_cast<guint>(answer.status), nullptr);
  auto* const headers = soup_server_message_get_response_headers(message);
  soup_message_headers_set_content_type(headers, answer.content_type.c_str(), nullptr);
  auto* const body = soup_server_message_get_response_body(message);
  for (auto& piece : answer.pieces)
    soup_message_body_append_bytes(body, to_bytes(std::move(piece)).get());
  soup_message_body_complete(body);
}

std::string method_of(SoupServerMessage* message) {
  return soup_server_message_get_method(message);
}

}  // namespace

class DemoServer::Impl {
 public:
  Impl();
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { soup_server_disconnect(server_.get()); }

  Result<void> listen();
  const std::string& base_url() const { return base_url_; }
  const std::string& key() const { return key_; }

 private:
  /// A picture that is being made for somebody who waits.
  struct Job {
    GObjectPtr<SoupServerMessage> message;
    SignalConnection finished;
    Worker worker;
  };

  static void on_head(SoupServer*, SoupServerMessage* message, const char*, GHashTable*,
                      gpointer self);
  static void on_chat(SoupServer*, SoupServerMessage* message, const char*, GHashTable*,
                      gpointer self);
  static void on_models(SoupServer*, SoupServerMessage* message, const char*, GHashTable*,
                        gpointer);
  static void on_other(SoupServer*, SoupServerMessage* message, const char*, GHashTable*, gpointer);
  static void on_finished(SoupServerMessage* message, gpointer self);
  bool has_key(SoupServerMessage* message) const;
  void start_job(SoupServerMessage* message);
  void end_job(SoupServerMessage* message, Answer answer);

  const GObjectPtr<SoupServer> server_ =
      GObjectPtr<SoupServer>::adopt(soup_server_new("server-header", "Wordbrush-demo", nullptr));
  const std::string key_ = make_key();
  std::string base_url_;
  std::list<Job> jobs_;
};

DemoServer::Impl::Impl() {
  using Handler = SoupServerCallback;
  for (const auto& [path, handler] : {std::pair<const char*, Handler>{nullptr, on_other},
                                      {chat_path, on_chat},
                                      {models_path, on_models}}) {
    // Only the handlers of the path that fits best are called.
    soup_server_add_early_handler(server_.get(), path, on_head, this, nullptr);
    soup_server_add_handler(server_.get(), path, handler, this, nullptr);
  }
}

Result<void> DemoServer::Impl::listen() {
  GErrorPtr error;
  if (!soup_server_listen_local(server_.get(), 0, SOUP_SERVER_LISTEN_IPV4_ONLY, out(error)))
    return fail(ErrorKind::Network, error->message);
  GSList* const uris = soup_server_get_uris(server_.get());
  const int port = g_uri_get_port(static_cast<GUri*>(uris->data));
  g_slist_free_full(uris, [](gpointer uri) { g_uri_unref(static_cast<GUri*>(uri)); });
  base_url_ = "http://127.0.0.1:" + std::to_string(port) + "/v1";
  return {};
}

bool DemoServer::Impl::has_key(SoupServerMessage* message) const {
  const char* const given = soup_message_headers_get_one(
      soup_server_message_get_request_headers(message), "Authorization");
  return given != nullptr && "Bearer " + key_ == given;
}

// Before the body is read: who has no key shall not fill the memory.
void DemoServer::Impl::on_head(SoupServer*, SoupServerMessage* message, const char*, GHashTable*,
                               gpointer self) {
  if (static_cast<Impl*>(self)->has_key(message)) return;
  soup_message_body_set_accumulate(soup_server_message_get_request_body(message), FALSE);
  send(message, answer_error(SOUP_STATUS_UNAUTHORIZED, "invalid_api_key",
                             _("This is not the key of the offline demo.")));
}

void DemoServer::Impl::on_other(SoupServer*, SoupServerMessage* message, const char*, GHashTable*,
                                gpointer) {
  send(message, answer_error(SOUP_STATUS_NOT_FOUND, "not_found",
                             _("The offline demo has nothing at this address.")));
}

void DemoServer::Impl::on_models(SoupServer* server, SoupServerMessage* message, const char* path,
                                 GHashTable* query, gpointer self) {
  if (std::string_view(path) != models_path || method_of(message) != "GET")
    return on_other(server, message, path, query, self);
  send(message, answer_models());
}

void DemoServer::Impl::on_chat(SoupServer* server, SoupServerMessage* message, const char* path,
                               GHashTable* query, gpointer self) {
  if (std::string_view(path) != chat_path || method_of(message) != "POST")
    return on_other(server, message, path, query, self);
  static_cast<Impl*>(self)->start_job(message);
}

void DemoServer::Impl::start_job(SoupServerMessage* message) {
  auto* const body = soup_server_message_get_request_body(message);
  const std::shared_ptr<GBytes> bytes(soup_message_body_flatten(body), g_bytes_unref);
  auto& job = jobs_.emplace_back(Job{.message = GObjectPtr<SoupServerMessage>::share(message)});
  job.finished = SignalConnection(
      message, g_signal_connect(message, "finished", G_CALLBACK(on_finished), this));
  soup_server_message_pause(message);
  job.worker = run_on_worker<Answer>(
      [bytes] {
        gsize size = 0;
        const auto* const text = static_cast<const char*>(g_bytes_get_data(bytes.get(), &size));
        return answer_chat({text, size});
      },
      [this, message](Answer answer) { end_job(message, std::move(answer)); });
}

void DemoServer::Impl::end_job(SoupServerMessage* message, Answer answer) {
  send(message, std::move(answer));
  soup_server_message_unpause(message);
}

// Sent to its end, or the client has hung up: then the worker is not heard.
void DemoServer::Impl::on_finished(SoupServerMessage* message, gpointer self) {
  std::erase_if(static_cast<Impl*>(self)->jobs_,
                [message](const Job& job) { return job.message.get() == message; });
}

Result<DemoServer> DemoServer::start() {
  auto impl = std::make_unique<Impl>();
  if (const auto listening = impl->listen(); !listening) return fail(listening.error());
  return DemoServer(std::move(impl));
}

DemoServer::DemoServer(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
DemoServer::DemoServer(DemoServer&&) noexcept = default;
DemoServer& DemoServer::operator=(DemoServer&&) noexcept = default;
DemoServer::~DemoServer() = default;

std::string DemoServer::base_url() const {
  return impl_->base_url();
}

const std::string& DemoServer::key() const {
  return impl_->key();
}

}  // namespace wordbrush::demo
