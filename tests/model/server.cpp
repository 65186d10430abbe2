// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/server.h"

#include <algorithm>
#include <charconv>
#include <format>

#include "base/glib_ptr.h"
#include "model/edits.h"
#include "model/shapes.h"
#include "pixels/decode.h"
#include "pixels/encode.h"
#include "protocol/chat_request.h"

namespace wordbrush::model {

namespace {

constexpr Size default_size{512, 512};
constexpr int jpeg_quality = 95;
constexpr int too_many_requests = 429;
constexpr std::string_view chat_path = "/v1/chat/completions";
constexpr std::string_view models_path = "/v1/models";
constexpr const char* json_type = "application/json";
constexpr const char* stream_type = "text/event-stream";

void respond(SoupServerMessage* message, int status, const char* type, std::string_view body) {
  soup_server_message_set_status(message, static_cast<guint>(status), nullptr);
  soup_server_message_set_response(message, type, SOUP_MEMORY_COPY, body.data(), body.size());
}

/// The same without a copy: `body` is kept until it is sent.
void respond(SoupServerMessage* message, const char* type,
             const std::shared_ptr<const std::string>& body) {
  using Kept = std::shared_ptr<const std::string>;
  const GBytesPtr bytes(g_bytes_new_with_free_func(
      body->data(), body->size(), [](gpointer kept) { delete static_cast<Kept*>(kept); },
      new Kept(body)));
  soup_server_message_set_status(message, SOUP_STATUS_OK, nullptr);
  soup_message_headers_set_content_type(soup_server_message_get_response_headers(message), type,
                                        nullptr);
  soup_message_body_append_bytes(soup_server_message_get_response_body(message), bytes.get());
}

std::string_view body_of(SoupServerMessage* message) {
  auto* const body = soup_server_message_get_request_body(message);
  const GBytesPtr whole(soup_message_body_flatten(body));
  gsize size = 0;
  const auto* const bytes = static_cast<const char*>(g_bytes_get_data(whole.get(), &size));
  return {bytes, size};  // the message keeps its flattened body
}

void log_headers(LoggedRequest& logged, SoupServerMessage* message) {
  soup_message_headers_foreach(
      soup_server_message_get_request_headers(message),
      [](const char* name, const char* value, gpointer target) {
        const GCharPtr lower(g_ascii_strdown(name, -1));
        const std::string key(lower.get());
        (*static_cast<std::map<std::string, std::string>*>(target))[key] =
            key == "authorization" ? redacted(value) : value;
      },
      &logged.headers);
}

bool has_key(SoupServerMessage* message, const std::string& key) {
  const auto* const sent = soup_message_headers_get_one(
      soup_server_message_get_request_headers(message), "Authorization");
  return key.empty() || (sent != nullptr && sent == "Bearer " + key);
}

std::vector<LoggedPicture> read_pictures(const protocol::PictureRequest& request) {
  std::vector<LoggedPicture> pictures;
  for (const auto& image : request.images) {
    LoggedPicture picture{image.mime_type, image.bytes, 0, 0};
    if (const auto bitmap = pixels::decode(*image.bytes)) {
      picture.width = bitmap->width();
      picture.height = bitmap->height();
    }
    pictures.push_back(std::move(picture));
  }
  return pictures;
}

Size answer_size(const Scenario& scenario, const Size& received) {
  if (scenario.size) return *scenario.size;
  const auto scaled = [&](int side) {
    return std::clamp(static_cast<int>(side * scenario.scale + 0.5), 1, pixels::Bitmap::max_side);
  };
  return {scaled(received.width), scaled(received.height)};
}

/// The picture that answers: the first one received, edited, or one made from the prompt.
Result<pixels::Bitmap> make_picture(const Scenario& scenario, const LoggedRequest& request) {
  if (request.pictures.empty())
    return painted(scenario.color.value_or(color_of(request.prompt)),
                   answer_size(scenario, default_size));
  const auto received = pixels::decode(*request.pictures.front().bytes);
  if (!received) return fail(received.error());
  return resized(edited(scenario.edit, *received),
                 answer_size(scenario, {received->width(), received->height()}));
}

Result<Answer> make_answer(const Scenario& scenario, const LoggedRequest& request) {
  Answer answer{.model = request.model};
  switch (scenario.outcome) {
    case Outcome::Text:
      answer.text = "I can only describe it: a quiet scene.";
      return answer;
    case Outcome::Refusal:
      answer.finish_reason = "content_filter";
      answer.refusal = "I will not make this picture.";
      return answer;
    case Outcome::BadImage: {
      constexpr std::string_view junk = "this is not a picture, whatever its label says";
      answer.text = "Here it is.";
      answer.picture.assign(junk.begin(), junk.end());
      return answer;
    }
    default:
      break;
  }
  const auto picture = make_picture(scenario, request);
  if (!picture) return fail(picture.error());
  answer.text = "Here is the picture: " + request.prompt;
  answer.picture =
      scenario.jpeg ? pixels::encode_jpeg(*picture, jpeg_quality) : pixels::encode_png(*picture);
  if (scenario.jpeg) answer.mime_type = "image/jpeg";
  return answer;
}

/// Sends the head of an answer and half of its body, and hangs up.
void cut_off(SoupServerMessage* message, const char* type, std::string_view body) {
  const auto stream = GObjectPtr<GIOStream>::adopt(soup_server_message_steal_connection(message));
  const auto sent = std::format("HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n",
                                type, body.size()) +
                    std::string(body.substr(0, body.size() / 2));
  g_output_stream_write_all(g_io_stream_get_output_stream(stream.get()), sent.data(), sent.size(),
                            nullptr, nullptr, nullptr);
  g_io_stream_close(stream.get(), nullptr, nullptr);
}

void add_retry_headers(SoupServerMessage* message) {
  auto* const headers = soup_server_message_get_response_headers(message);
  soup_message_headers_append(headers, "Retry-After", "1");
  soup_message_headers_append(headers, "retry-after-ms", "20");
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

void Server::on_request(SoupServer*, SoupServerMessage* message, const char* path, GHashTable*,
                        gpointer self) {
  auto& server = *static_cast<Server*>(self);
  const std::string asked(path);
  if (server.addresses_.serve(message, asked, server.log_)) return;
  if (asked.ends_with(chat_path) || asked.ends_with(models_path))
    server.serve_scenario(message, asked);
  else
    server.serve_control(message, asked);
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
  respond(message, SOUP_STATUS_NOT_FOUND, json_type, failure_body(SOUP_STATUS_NOT_FOUND));
}

void Server::serve_picture(SoupServerMessage* message, const std::string& path) const {
  constexpr std::string_view before_request = "/log/";
  constexpr std::string_view before_picture = "/picture/";
  std::size_t request = 0;
  std::size_t picture = 0;
  const auto* const end = path.data() + path.size();
  const auto number = std::from_chars(path.data() + before_request.size(), end, request);
  const std::string_view rest(number.ptr, end);
  if (number.ec == std::errc() && rest.starts_with(before_picture) &&
      std::from_chars(rest.data() + before_picture.size(), end, picture).ptr == end &&
      request < log_.size() && picture < log_[request].pictures.size()) {
    const auto& found = log_[request].pictures[picture];
    return respond(message, SOUP_STATUS_OK, found.mime_type.c_str(),
                   {reinterpret_cast<const char*>(found.bytes->data()), found.bytes->size()});
  }
  respond(message, SOUP_STATUS_NOT_FOUND, json_type, failure_body(SOUP_STATUS_NOT_FOUND));
}

void Server::serve_scenario(SoupServerMessage* message, const std::string& path) {
  const bool chat = path.ends_with(chat_path);
  auto text = std::string_view(path).substr(1);
  text.remove_suffix(std::min(text.size(), (chat ? chat_path : models_path).size()));
  const auto scenario = parse_scenario(text);
  if (!scenario) {
    g_printerr("%s\n", scenario.error().detail.c_str());
    return respond(message, SOUP_STATUS_NOT_IMPLEMENTED, json_type, "{}");
  }
  if (chat && scenario->canned && canned_.contains(path))
    return respond(message, stream_type, canned_.at(path));

  auto& logged = log_.emplace_back();
  logged.method = soup_server_message_get_method(message);
  logged.path = path;
  logged.key_is_right = has_key(message, scenario->key);
  log_headers(logged, message);
  if (!logged.key_is_right || fails_now(*scenario, path)) {
    logged.status = logged.key_is_right ? scenario->status : SOUP_STATUS_UNAUTHORIZED;
    if (logged.status == too_many_requests) add_retry_headers(message);
    return respond(message, logged.status, json_type, failure_body(logged.status));
  }
  if (chat) return serve_chat(message, *scenario, path);
  logged.status = SOUP_STATUS_OK;
  respond(message, SOUP_STATUS_OK, json_type, models_reply());
}

bool Server::fails_now(const Scenario& scenario, const std::string& path) const {
  // The request itself is in the log already.
  return scenario.status != SOUP_STATUS_OK &&
         (scenario.times < 0 ||
          std::ranges::count(log_, path, &LoggedRequest::path) <= scenario.times);
}

void Server::serve_chat(SoupServerMessage* message, const Scenario& scenario,
                        const std::string& path) {
  const auto index = log_.size() - 1;
  auto& logged = log_.back();
  const auto body = body_of(message);
  logged.body_bytes = body.size();
  logged.members = member_names(body);
  const auto request = protocol::read_chat_request(body);
  if (!request) {
    g_printerr("%s\n", request.error().detail.c_str());
    logged.status = SOUP_STATUS_BAD_REQUEST;
    return respond(message, logged.status, json_type, failure_body(logged.status));
  }
  logged.model = request->model;
  logged.prompt = request->prompt;
  logged.stream = request->stream;
  logged.pictures = read_pictures(*request);
  if (scenario.outcome == Outcome::Hang) return hang(message, index);
  answer(message, scenario, path, index);
  if (!scenario.held) return;
  soup_server_message_pause(message);
  held_.push_back(Message::share(message));
}

void Server::answer(SoupServerMessage* message, const Scenario& scenario, const std::string& path,
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
    return respond(message, logged.status, json_type, failure_body(logged.status));
  }
  if (scenario.link) {
    const auto origin = std::format("http://127.0.0.1:{}", port());
    const auto task = addresses_.promise(*scenario.link, origin, *answer);
    if (task) return respond(message, SOUP_STATUS_OK, json_type, *task);
  }
  const bool stream = scenario.stream.value_or(logged.stream);
  const auto* const type = stream ? stream_type : json_type;
  const auto body = std::make_shared<const std::string>(
      stream ? streamed_reply(*answer, scenario.shape) : whole_reply(*answer, scenario.shape));
  if (scenario.outcome == Outcome::Broken) return cut_off(message, type, *body);
  if (scenario.canned) canned_[path] = body;
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
