// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "edit/exchange.h"
#include "edit/sentence.h"
#include "net/session.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

// What endpoints, what stands before them and the network do to an answer
// (protocol.md, 5.3), over a real connection. A server gives each repeat of a request
// the same answer.
namespace wordbrush::edit {
namespace {

using test::run_until;
using test::ScriptedServer;
using Script = ScriptedServer::Script;

// Nothing tells it from a word, as with some services.
constexpr const char* key = "canaryword";
constexpr std::size_t megabyte = 1'000'000;

// --- What is on the wire

const std::string& base64() {
  static const std::string text = [] {
    Bytes bytes(60'000);
    std::ranges::generate(bytes, [value = 0U]() mutable {
      return std::uint8_t((value = value * 1664525U + 1013904223U) >> 24U);
    });
    const GCharPtr encoded(g_base64_encode(bytes.data(), bytes.size()));
    return std::string(encoded.get());
  }();
  return text;
}

std::string head(const std::string& status, const std::string& type = "application/json",
                 const std::string& more = "") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
         "Retry-After: 0\r\nConnection: close\r\n";
}

std::string answer(const std::string& status, const std::string& body,
                   const std::string& type = "application/json", const std::string& more = "") {
  return head(status, type, more) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         body;
}

const std::string event_head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string chunk(const std::string& bytes) {
  char size[20];
  g_snprintf(size, sizeof size, "%zx", bytes.size());
  return size + ("\r\n" + bytes) + "\r\n";
}

/// A whole event stream.
std::string events(const std::string& body) {
  return event_head + chunk(body) + "0\r\n\r\n";
}

std::string page(const std::string& title) {
  return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body><hr>nginx</body></html>\r\n";
}

/// The founding API's shape, whole or as one event's data.
std::string picture_json(const char* member, const std::string& payload = base64()) {
  return std::string(R"({"model":"m","choices":[{"index":0,")") + member +
         R"(":{"role":"assistant","content":[{"type":"text","text":"Done."},)"
         R"({"type":"image_url","image_url":{"url":"data:image/png;base64,)" +
         payload + R"("}}]},"finish_reason":"stop"}]})";
}

std::string picture_event() {
  return "data: " + picture_json("delta") + "\n\n";
}

std::string error_json(const std::string& more = "") {
  return R"({"error":{"message":"the words of the service")" + more + "}}";
}

std::string compressed(GZlibCompressorFormat format, const std::string& text) {
  const auto compressor =
      GObjectPtr<GConverter>::adopt(G_CONVERTER(g_zlib_compressor_new(format, /*level=*/6)));
  std::string out_bytes(text.size() + 1000, '\0');
  gsize read = 0;
  gsize written = 0;
  g_converter_convert(compressor.get(), text.data(), text.size(), out_bytes.data(),
                      out_bytes.size(), G_CONVERTER_INPUT_AT_END, &read, &written, nullptr);
  out_bytes.resize(written);
  return out_bytes;
}

// --- The rows

struct Row {
  const char* name;
  Script script;
  std::optional<ErrorKind> kind;  ///< nothing: the picture comes
  const char* words = "";         ///< of the sentence
  std::size_t upload_bytes = 100;
};

void PrintTo(const Row& row, std::ostream* os) {
  *os << row.name;
}

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

using enum ErrorKind;

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

// --- Running them

class ExchangeFaultTest : public testing::TestWithParam<Row> {
 protected:
  /// One exchange with `address`, to its end.
  void exchange(const std::string& address, std::size_t upload_bytes = 100,
                ScriptedServer* stepping = nullptr) {
    const Route route{
        .endpoint = protocol::parse_endpoint(address).value(), .key = key, .model = "m"};
    const auto upload = std::make_shared<const Bytes>(upload_bytes, std::uint8_t{7});
    const Exchange running(
        session_.get(), route,
        {.model = "m", .prompt = "a hat", .images = {{"image/png", upload}}, .stream = true},
        {.on_progress = {}, .on_words = {}, .on_end = [this](Result<protocol::Reply> outcome) {
           outcome_ = std::move(outcome);
         }});
    ASSERT_TRUE(run_until(
        [&] {
          if (stepping != nullptr) stepping->release();
          return outcome_.has_value();
        },
        std::chrono::seconds(30)));
  }

  void expect_failure(ErrorKind kind, const std::string& words) {
    ASSERT_FALSE(*outcome_) << "a picture came";
    const Error& error = outcome_->error();
    const std::string sentence = to_message(error);
    EXPECT_EQ(name_of(error.kind), name_of(kind)) << sentence;
    EXPECT_NE(sentence.find(words), std::string::npos) << sentence;
    EXPECT_EQ(sentence.find("canary"), std::string::npos) << sentence;
    EXPECT_LT(sentence.size(), 1000U);
  }

  GObjectPtr<SoupSession> session_ = net::make_session();
  std::optional<Result<protocol::Reply>> outcome_;
};

TEST_P(ExchangeFaultTest, EndsInASentence) {
  const Row& row = GetParam();
  ScriptedServer server(row.script);
  exchange(server.base_url(), row.upload_bytes, row.script.step ? &server : nullptr);
  ASSERT_TRUE(outcome_);
  if (row.kind) return expect_failure(*row.kind, row.words);
  ASSERT_TRUE(*outcome_) << to_message(outcome_->error());
  ASSERT_EQ((*outcome_)->pictures.size(), 1U);
  const Bytes& bytes = *(*outcome_)->pictures[0].bytes;
  const GCharPtr came(g_base64_encode(bytes.data(), bytes.size()));
  EXPECT_EQ(came.get(), base64());
}

std::string row_name(const testing::TestParamInfo<Row>& test) {
  return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(Shapes, ExchangeFaultTest, testing::ValuesIn(shapes()), row_name);
INSTANTIATE_TEST_SUITE_P(Statuses, ExchangeFaultTest, testing::ValuesIn(statuses()), row_name);
INSTANTIATE_TEST_SUITE_P(Streamed, ExchangeFaultTest, testing::ValuesIn(streamed()), row_name);
INSTANTIATE_TEST_SUITE_P(Wires, ExchangeFaultTest, testing::ValuesIn(wires()), row_name);

class ExchangeConnectTest : public ExchangeFaultTest {};

TEST_F(ExchangeConnectTest, RefusedConnectionIsTold) {
  std::string address;
  {
    const ScriptedServer gone({});
    address = gone.base_url();
  }
  exchange(address);
  expect_failure(Network, "refused the connection");
}

TEST_F(ExchangeConnectTest, UnknownNameIsTold) {
  exchange("http://no-such-server.invalid/v1");
  expect_failure(Network, "There is no server named no-such-server.invalid");
}

class ExchangeRedirectTest : public ExchangeFaultTest {};

TEST_F(ExchangeRedirectTest, OtherHostGetsNothing) {
  for (const char* const status : {"301 Moved Permanently", "302 Found", "303 See Other",
                                   "307 Temporary Redirect", "308 Permanent Redirect"}) {
    const ScriptedServer other({.pieces = {answer("200 OK", picture_json("message"))}});
    const ScriptedServer server(
        {.pieces = {answer(status, page(status), "text/html",
                           "Location: http://localhost:" + std::to_string(other.port()) +
                               "/v1/chat/completions\r\n")}});
    outcome_.reset();
    exchange(server.base_url());
    expect_failure(Protocol, "only leads to another one");
    EXPECT_EQ(other.requests(), 0);
  }
}

}  // namespace
}  // namespace wordbrush::edit
