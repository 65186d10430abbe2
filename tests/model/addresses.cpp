// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/addresses.h"

#include <charconv>
#include <format>
#include <utility>

#include "model/http.h"

namespace wordbrush::model {

namespace {

void respond(SoupServerMessage* message, LoggedRequest& logged, int status, const char* type,
             std::string_view body) {
  logged.status = status;
  soup_server_message_set_status(message, static_cast<guint>(status), nullptr);
  soup_server_message_set_response(message, type, SOUP_MEMORY_COPY, body.data(), body.size());
}

/// The number behind `prefix`, which starts or ends what stands before it.
std::optional<std::size_t> number_behind(std::string_view path, std::string_view prefix) {
  const std::size_t at = path.find(prefix);
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t number = 0;
  const char* const start = path.data() + at + prefix.size();
  const auto read = std::from_chars(start, path.data() + path.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::string> Addresses::promise(Link link, const std::string& origin,
                                              Answer& answer) {
  const std::size_t number = kept_.size();
  kept_.push_back({std::exchange(answer.picture, {})});
  const std::string file = std::format("/files/{}.png", number);
  switch (link) {
    case Link::Task:
      return std::format(R"({{"code":200,"data":[{{"status":"submitted","task_id":"t{}"}}]}})",
                         number);
    case Link::Markdown:
      answer.text += "\n![image](" + origin + file + ")";
      break;
    case Link::Relative:
      answer.text += "\n![image](" + file + ")";
      break;
    case Link::Both:
      answer.text +=
          std::format("\n![image]({0}{1})\n[Download]({0}/download/{2}.png)", origin, file, number);
      break;
    case Link::Lost:
      answer.text += "\n![image](" + origin + "/files/999999.png?sign=x)";
      break;
  }
  return std::nullopt;
}

bool Addresses::serve(SoupServerMessage* message, const std::string& path,
                      std::vector<LoggedRequest>& log) {
  auto number = number_behind(path, "/files/");
  if (!number) number = number_behind(path, "/download/");
  const auto task = number_behind(path, "/v1/tasks/t");
  if (!number && !task) return false;

  auto& logged = log.emplace_back();
  logged.method = soup_server_message_get_method(message);
  logged.path = path;
  const char* const authorization = soup_message_headers_get_one(
      soup_server_message_get_request_headers(message), "Authorization");
  if (authorization != nullptr) logged.headers["authorization"] = redacted(authorization);
  if (task)
    serve_task(message, *task, logged);
  else
    serve_file(message, *number, logged);
  return true;
}

void Addresses::serve_file(SoupServerMessage* message, std::size_t number,
                           LoggedRequest& logged) const {
  if (number >= kept_.size())
    return respond(message, logged, SOUP_STATUS_NOT_FOUND, "text/html", "<html>gone</html>");
  const Bytes& picture = kept_[number].picture;
  respond(message, logged, SOUP_STATUS_OK, "application/octet-stream",
          {reinterpret_cast<const char*>(picture.data()), picture.size()});
}

void Addresses::serve_task(SoupServerMessage* message, std::size_t number, LoggedRequest& logged) {
  if (number >= kept_.size())
    return respond(message, logged, SOUP_STATUS_NOT_FOUND, json_type, "{}");
  const bool is_first = kept_[number].questions++ == 0;
  const std::string body =
      is_first ? std::format(
                     R"({{"code":200,"data":{{"id":"t{}","status":"processing","progress":50}}}})",
                     number)
               : std::format(R"({{"code":200,"data":{{"id":"t{0}","status":"completed",)"
                             R"("result":{{"images":[{{"url":["/files/{0}.png"]}}]}}}}}})",
                             number);
  respond(message, logged, SOUP_STATUS_OK, json_type, body);
}

}  // namespace wordbrush::model
