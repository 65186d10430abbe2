// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/server.h"

#include <algorithm>
#include <charconv>
#include <format>

#include "base/glib_ptr.h"
#include "model/answers.h"
#include "model/http.h"
#include "model/native_shapes.h"

namespace wordbrush::model {

namespace {

/// In the shape of what was called; chat completions have several.
std::string reply_to(const Server::Asked& asked, const Answer& answer, Shape shape, bool stream) {
  switch (asked.call.kind) {
    case CallKind::Gemini:
    case CallKind::GeminiStream:
      return stream ? streamed_gemini_reply(answer, asked.as_events) : gemini_reply(answer);
    case CallKind::ImagesGeneration:
      return stream ? streamed_images_reply(answer, "image_generation") : images_reply(answer);
    case CallKind::ImagesEdit:
      return stream ? streamed_images_reply(answer, "image_edit") : images_reply(answer);
    default:
      return stream ? streamed_reply(answer, shape) : whole_reply(answer, shape);
  }
}

}  // namespace

/// A connection that never gets an answer.
struct Server::Hanging {
  Server* server;
  std::size_t index;  // in log_
  GObjectPtr<GIOStream> stream;
  char buffer[256];
};

Server::Server()
    : server_(GObjectPtr<SoupServer>::adopt(
          soup_server_new("server-header", "scripted-model", nullptr))) {
  soup_server_add_handler(server_.get(), nullptr, on_request, this, nullptr);
}

Server::~Server() {
  soup_server_disconnect(server_.get());
}

Result<void> Server::listen() {
  GErrorPtr error;
  if (!soup_server_listen_local(server_.get(), 0, SOUP_SERVER_LISTEN_IPV4_ONLY, out(error)))
    return fail(ErrorKind::Network, error->message);
  return {};
}

guint Server::port() const {
  const std::unique_ptr<GSList, FreeWith<g_slist_free>> uris(soup_server_get_uris(server_.get()));
  const auto port = g_uri_get_port(static_cast<GUri*>(uris->data));
  for (auto* at = uris.get(); at != nullptr; at = at->next)
    g_uri_unref(static_cast<GUri*>(at->data));
  return static_cast<guint>(port);
}

void Server::on_request(SoupServer*, SoupServerMessage* message, const char* path,
                        GHashTable* query, gpointer self) {
  auto& server = *static_cast<Server*>(self);
  const std::string asked(path);
  if (server.addresses_.serve(message, asked, server.log_)) return;
  const auto call = find_call(asked);
  if (!call) return server.serve_control(message, asked);
  const auto* const alt =
      query == nullptr ? nullptr : static_cast<const char*>(g_hash_table_lookup(query, "alt"));
  server.serve_scenario(message, {*call, asked, alt != nullptr && std::string_view(alt) == "sse"});
}

void Server::serve_control(SoupServerMessage* message, const std::string& path) {
  const bool post = soup_server_message_get_method(message) == std::string_view("POST");
  if (path == "/log" && !post) return respond(message, SOUP_STATUS_OK, json_type, to_json(log_));
  if (path.starts_with("/log/") && !post) return serve_picture(message, path);
  if (path == "/reset" && post) {
    log_.clear();
    return respond(message, SOUP_STATUS_OK, json_type, "{}");
  }
  if (path == "/release" && post) {
    release();
    return respond(message, SOUP_STATUS_OK, json_type, "{}");
  }
  respond_failure(message, SOUP_STATUS_NOT_FOUND);
}

void Server::serve_picture(SoupServerMessage* message, const std::string& path) const {
  if (const auto* const found = find_picture(path))
    return respond(message, SOUP_STATUS_OK, found->mime_type.c_str(),
                   {reinterpret_cast<const char*>(found->bytes->data()), found->bytes->size()});
  respond_failure(message, SOUP_STATUS_NOT_FOUND);
}

const LoggedPicture* Server::find_picture(std::string_view path) const {
  constexpr std::string_view before_request = "/log/";
  constexpr std::string_view before_picture = "/picture/";
  std::size_t request = 0;
  std::size_t picture = 0;
  const auto* const end = path.data() + path.size();
  const auto number = std::from_chars(path.data() + before_request.size(), end, request);
  if (number.ec != std::errc() || request >= log_.size()) return nullptr;
  const LoggedRequest& logged = log_[request];
  const std::string_view rest(number.ptr, end);
  if (rest == "/wanted")
    return logged.truth && logged.truth->wanted ? &*logged.truth->wanted : nullptr;
  if (rest == "/mask") return logged.mask ? &*logged.mask : nullptr;
  const bool is_picture =
      rest.starts_with(before_picture) &&
      std::from_chars(rest.data() + before_picture.size(), end, picture).ptr == end;
  return is_picture && picture < logged.pictures.size() ? &logged.pictures[picture] : nullptr;
}

void Server::serve_scenario(SoupServerMessage* message, const Asked& asked) {
  const auto scenario = parse_scenario(asked.call.scenario);
  if (!scenario) {
    g_printerr("%s\n", scenario.error().detail.c_str());
    return respond(message, SOUP_STATUS_NOT_IMPLEMENTED, json_type, "{}");
  }
  if (scenario->canned && canned_.contains(asked.path))
    return respond(message, stream_type, canned_.at(asked.path));

  auto& logged = log_.emplace_back();
  logged.method = soup_server_message_get_method(message);
  logged.path = asked.path;
  logged.key_is_right = has_key(message, scenario->key);
  logged.headers = headers_of(message);
  if (!logged.key_is_right || fails_now(*scenario, asked.path)) {
    logged.status = logged.key_is_right ? scenario->status : SOUP_STATUS_UNAUTHORIZED;
    return respond_failure(message, logged.status);
  }
  if (!lists_models(asked.call)) return serve_call(message, *scenario, asked);
  logged.status = SOUP_STATUS_OK;
  respond(message, SOUP_STATUS_OK, json_type,
          asked.call.kind == CallKind::Models ? models_reply() : gemini_models_reply());
}

bool Server::fails_now(const Scenario& scenario, const std::string& path) const {
  // The request itself is in the log already.
  return scenario.status != SOUP_STATUS_OK &&
         (scenario.times < 0 ||
          std::ranges::count(log_, path, &LoggedRequest::path) <= scenario.times);
}

void Server::serve_call(SoupServerMessage* message, const Scenario& scenario, const Asked& asked) {
  const auto index = log_.size() - 1;
  auto& logged = log_.back();
  if (const auto read = read_call(asked.call, message, logged); !read) {
    g_printerr("%s\n", read.error().detail.c_str());
    logged.status = SOUP_STATUS_BAD_REQUEST;
    return respond_failure(message, logged.status);
  }
  if (scenario.outcome == Outcome::Hang) return hang(message, index);
  answer(message, scenario, asked, index);
  if (!scenario.held) return;
  soup_server_message_pause(message);
  held_.push_back(Message::share(message));
}

void Server::answer(SoupServerMessage* message, const Scenario& scenario, const Asked& asked,
                    std::size_t index) {
  auto& logged = log_[index];
  logged.status = SOUP_STATUS_OK;
  if (scenario.outcome == Outcome::Empty) return respond(message, SOUP_STATUS_OK, json_type, "");
  if (scenario.outcome == Outcome::Html)
    return respond(message, SOUP_STATUS_OK, "text/html",
                   "<!DOCTYPE html><html><head><title>Console</title></head></html>");
  auto answer = make_answer(scenario, logged);
  if (!answer) {
    g_printerr("%s\n", answer.error().detail.c_str());
    logged.status = SOUP_STATUS_BAD_REQUEST;
    return respond_failure(message, logged.status);
  }
  logged.truth = std::move(answer->truth);
  if (scenario.link) {
    const auto origin = std::format("http://127.0.0.1:{}", port());
    const auto task = addresses_.promise(*scenario.link, origin, *answer);
    if (task) return respond(message, SOUP_STATUS_OK, json_type, *task);
  }
  const bool stream = scenario.stream.value_or(logged.stream);
  const auto* const type = stream ? stream_type : json_type;
  const auto body =
      std::make_shared<const std::string>(reply_to(asked, *answer, scenario.shape, stream));
  if (scenario.outcome == Outcome::Broken) return cut_off(message, type, *body);
  if (scenario.canned) canned_[asked.path] = body;
  respond(message, type, body);
}

void Server::hang(SoupServerMessage* message, std::size_t index) {
  auto* const hanging = new Hanging{
      this, index, GObjectPtr<GIOStream>::adopt(soup_server_message_steal_connection(message)), {}};
  g_input_stream_read_async(g_io_stream_get_input_stream(hanging->stream.get()), hanging->buffer,
                            sizeof hanging->buffer, G_PRIORITY_DEFAULT, nullptr, on_read, hanging);
}

void Server::on_read(GObject* stream, GAsyncResult* result, gpointer hanging) {
  const std::unique_ptr<Hanging> ended(static_cast<Hanging*>(hanging));
  g_input_stream_read_finish(G_INPUT_STREAM(stream), result, nullptr);
  auto& log = ended->server->log_;
  if (ended->index < log.size()) log[ended->index].client_left = true;
}

void Server::release() {
  for (const auto& message : held_) soup_server_message_unpause(message.get());
  held_.clear();
}

}  // namespace wordbrush::model
