// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/fault_rows.h"

#include "edit/fault_wire.h"

namespace wordbrush::edit::faults {

namespace {

using enum ErrorKind;

constexpr std::size_t megabyte = 1'000'000;

Row says(const char* name, const char* status, const std::string& body, ErrorKind kind,
         const char* words = "the words of the service") {
  return {name, {.pieces = {answer(status, body)}}, kind, words};
}

/// A page or a line of text in place of JSON.
Row shows(const char* name, const char* status, const std::string& body, ErrorKind kind,
          const char* words) {
  return {name, {.pieces = {answer(status, body, "text/html")}}, kind, words};
}

Row streams(const char* name, const std::string& body, std::optional<ErrorKind> kind,
            const char* words = "the words of the service") {
  return {name, {.pieces = {events(body)}}, kind, words};
}

}  // namespace

void PrintTo(const Row& row, std::ostream* os) {
  *os << row.name;
}

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Row> shapes() {
  return {
      says("OpenAi", "400 Bad Request",
           error_json(R"(,"type":"invalid_request_error","param":null,"code":null)"), BadRequest),
      says("OpenAiKey", "401 Unauthorized",
           R"({"error":{"message":"Incorrect API key provided: )" + std::string(key) +
               R"(. Look it up.","type":"invalid_request_error","code":"invalid_api_key"}})",
           Auth, "Incorrect API key provided"),
      says("KeyInOtherWords", "401 Unauthorized",
           R"({"error":{"message":"we do not know )" + std::string(key) + R"("}})", Auth,
           "we do not know [...]"),
      says("NewApiQuota", "403 Forbidden",
           error_json(R"(,"type":"new_api_error","param":"","code":"insufficient_user_quota")"),
           Quota),
      says("NewApiNoChannel", "503 Service Unavailable",
           error_json(R"(,"type":"new_api_error","code":"model_not_found")"), NotFound),
      says("NewApiPrompt", "400 Bad Request",
           error_json(R"(,"type":"upstream_error","code":"prompt_blocked")"), Safety),
      says("NewApiBody", "413 Request Entity Too Large",
           error_json(R"(,"type":"new_api_error","code":"read_request_body_failed")"), TooLarge),
      says("NewApiDashboard", "200 OK", R"({"success":false,"message":"not logged in"})", Auth,
           "not logged in"),
      says("NewApiDashboardRefuses", "401 Unauthorized",
           R"({"success":false,"message":"invalid token"})", Auth, "invalid token"),
      says("OpenRouter", "402 Payment Required",
           R"({"error":{"code":402,"message":"the words of the service","metadata":{}},)"
           R"("user_id":"u"})",
           Quota),
      says("Portkey", "429 Too Many Requests",
           R"({"error":{"message":"google error: full","type":"RESOURCE_EXHAUSTED","param":null,)"
           R"("code":429},"provider":"google"})",
           RateLimit, "google error: full"),
      says("PortkeyItself", "500 Internal Server Error",
           R"({"status":"failure","message":"the words of the service"})", Upstream),
      says("PortkeyBlocked", "200 OK",
           R"({"error":{"message":"Invalid response received from google: )"
           R"({\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}"}})",
           Safety, "The model refused"),
      says("Google", "400 Bad Request", error_json(R"(,"code":400,"status":"INVALID_ARGUMENT")"),
           BadRequest),
      says("GoogleList", "429 Too Many Requests",
           "[" + error_json(R"(,"code":429,"status":"RESOURCE_EXHAUSTED")") + "]", RateLimit),
      says("FastApi", "422 Unprocessable Entity", R"({"detail":"the words of the service"})",
           BadRequest),
      says("FastApiList", "422 Unprocessable Entity",
           R"({"detail":[{"loc":["body"],"msg":"the words of the service","type":"t"}]})",
           BadRequest),
      says("ErrorAsText", "400 Bad Request", R"({"error":"the words of the service"})", BadRequest),
      says("CodeAndMessage", "400 Bad Request",
           R"({"code":"InvalidParameter","message":"the words of the service"})", BadRequest),
      says("CloudflareGateway", "404 Not Found",
           R"({"success":false,"errors":[{"code":7000,"message":"No route for that URI"}],)"
           R"("messages":[],"result":null})",
           NotFound, "No route for that URI"),
      says("LiteLlm", "503 Service Unavailable", "data: " + error_json(R"(,"code":"503")") + "\n\n",
           Upstream),
      shows("NginxBody", "413 Request Entity Too Large", page("413 Request Entity Too Large"),
            TooLarge, "Request Entity Too Large"),
      shows("CloudflarePage", "502 Bad Gateway", page("502: Bad gateway"), Upstream,
            "502: Bad gateway"),
      shows("CloudflareText", "522 ", "error code: 522", Timeout, "error code: 522"),
      says("ErrorInA200", "200 OK", error_json(), Upstream),
      shows("PageInA200", "200 OK", page("New API"), Protocol, "New API"),
  };
}

std::vector<Row> statuses() {
  std::vector<Row> rows;
  const auto add = [&](const char* name, const char* status, ErrorKind kind) {
    rows.push_back(says(name, status, error_json(), kind));
  };
  add("Status401", "401 Unauthorized", Auth);
  add("Status402", "402 Payment Required", Quota);
  add("Status403", "403 Forbidden", Permission);
  add("Status404", "404 Not Found", NotFound);
  add("Status408", "408 Request Timeout", Timeout);
  add("Status413", "413 Content Too Large", TooLarge);
  add("Status429", "429 Too Many Requests", RateLimit);
  add("Status500", "500 Internal Server Error", Upstream);
  add("Status502", "502 Bad Gateway", Upstream);
  add("Status503", "503 Service Unavailable", Upstream);
  add("Status504", "504 Gateway Timeout", Timeout);
  add("Status520", "520 ", Timeout);
  add("Status521", "521 ", Timeout);
  add("Status522", "522 ", Timeout);
  add("Status523", "523 ", Timeout);
  add("Status524", "524 ", Timeout);
  add("Status529", "529 ", Upstream);
  rows.push_back(
      shows("Status500WithoutWords", "500 Internal Server Error", "", Upstream, "HTTP 500"));
  return rows;
}

std::vector<Row> streamed() {
  const std::string half = picture_event().substr(0, picture_event().size() / 2);
  return {
      streams("ErrorEvent", "data: " + error_json() + "\n\n", Upstream),
      streams("ErrorEventAfterWords",
              "data: {\"choices\":[{\"delta\":{\"content\":\"Let me see\"}}]}\n\ndata: " +
                  error_json(R"(,"code":429)") + "\n\ndata: [DONE]\n\n",
              RateLimit),
      streams("ErrorEventAndFinish",
              "data: {\"error\":{\"message\":\"the words of the service\"},"
              "\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}\n\n",
              Upstream),
      streams("ErrorAsARawLine", ": PING\n\n" + error_json() + "\n\n", Upstream),
      streams("ErrorAfterThePicture", picture_event() + "data: " + error_json() + "\n\n", {}),
      streams("NothingButDone", ": PING\n\ndata: [DONE]\n\n", Empty, "empty"),
      streams("NoDone", picture_event(), {}),
      streams("OnlyWords",
              "data: {\"choices\":[{\"delta\":{\"content\":\"I cannot paint\"},"
              "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n",
              NoImage, "I cannot paint"),
      streams("Refused",
              "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"IMAGE_SAFETY\"}]}\n\n", Safety,
              "IMAGE_SAFETY"),
      streams("DamagedBase64",
              "data: " + picture_json("delta", base64() + "*") + "\n\ndata: [DONE]\n\n", BadImage,
              "damaged"),
      {"CutInThePicture", {.pieces = {event_head, chunk(half)}}, Network, "before the answer was"},
      {"EndsInThePicture", {.pieces = {events(half)}}, Truncated, "stopped in the middle"},
      {"CutAfterThePicture", {.pieces = {event_head, chunk(picture_event())}}, {}},
      {"Comments",
       {.pieces = {event_head, chunk(": PING\n\n"), chunk(": PING\n"), chunk("\n: PI"),
                   chunk("NG\n\n"), chunk(picture_event()), "0\r\n\r\n"},
        .step = true},
       {}},
  };
}

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Row> wires() {
  const std::string body = picture_json("message");
  const std::string half = body.substr(0, body.size() / 2);
  return {
      {"Picture", {.pieces = {answer("200 OK", body)}}, {}},
      {"NoAnswer", {}, Network, "without an answer"},
      {"CutInTheHead", {.pieces = {"HTTP/1.1 200 OK\r\nContent-Ty"}}, Network, "127.0.0.1"},
      {"NoWebServer", {.pieces = {"SSH-2.0-OpenSSH_10.0\r\n"}}, Network, "as a web server does"},
      {"CutInThePicture",
       {.pieces = {head("200 OK") + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
                   half}},
       Network,
       "before the answer was"},
      {"EndsInThePicture",
       {.pieces = {answer("200 OK", half)}},
       Truncated,
       "stopped in the middle"},
      {"LengthTooLarge",
       {.pieces = {head("200 OK") + "Content-Length: " + std::to_string(body.size() + 1) +
                   "\r\n\r\n" + body}},
       {}},
      {"LengthTooSmall",
       {.pieces = {head("200 OK") + "Content-Length: " + std::to_string(body.size() / 2) +
                   "\r\n\r\n" + body}},
       Truncated,
       "stopped in the middle"},
      {"NoLength", {.pieces = {head("200 OK") + "\r\n" + body}}, {}},
      {"Nothing", {.pieces = {answer("200 OK", "")}}, Empty, "empty"},
      {"NoContent", {.pieces = {head("204 No Content") + "\r\n"}}, Empty, "empty"},
      {"Gzip",
       {.pieces = {answer("200 OK", compressed(G_ZLIB_COMPRESSOR_FORMAT_GZIP, body),
                          "application/json", "Content-Encoding: gzip\r\n")}},
       {}},
      {"Deflate",
       {.pieces = {answer("200 OK", compressed(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, body),
                          "application/json", "Content-Encoding: deflate\r\n")}},
       {}},
      {"GzipThatIsNone",
       {.pieces = {answer("200 OK", body, "application/json", "Content-Encoding: gzip\r\n")}},
       {}},
      {"Continue", {.pieces = {"HTTP/1.1 100 Continue\r\n\r\n", answer("200 OK", body)}}, {}},
      {"HeadOf1Mb",
       {.pieces = {answer("200 OK", body, "application/json",
                          "X-Long: " + std::string(megabyte, 'x') + "\r\n")}},
       Network,
       "127.0.0.1"},
      {"MoreTextThanAnyAnswer",
       {.pieces = {answer("200 OK", "{\"words\":\"" + std::string(17 * megabyte, '.') + "\"}")}},
       Protocol,
       "far more text"},
      {"EndlessErrorPage",
       {.pieces = {answer("500 Internal Server Error", std::string(2 * megabyte, 'e'),
                          "text/plain")}},
       Upstream,
       "eeee"},
      {"AnswersBeforeItHasReadAll",
       {.pieces = {answer("413 Content Too Large", page("413 Content Too Large"), "text/html")},
        .hang = true,
        .hang_up_first = true,
        .early = true},
       TooLarge,
       "413 Content Too Large",
       8 * megabyte},
      {"HangsUpBeforeItHasReadAll", {.early = true}, Network, "may be too large", 35 * megabyte},
  };
}

}  // namespace wordbrush::edit::faults
