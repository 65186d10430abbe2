// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http_failure.h"

#include <gtest/gtest.h>

namespace wordbrush::protocol {
namespace {

struct FailureCase {
  const char* name;
  int status;
  const char* body;
  ErrorKind kind;
  const char* detail;
};

void PrintTo(const FailureCase& c, std::ostream* os) {
  *os << c.status << " " << c.body;
}

using enum ErrorKind;

// protocol.md, 5.1: where the message is.
const FailureCase message_cases[] = {
    {"ErrorMessage", 400, R"({"error":{"message":"m","type":"t"}})", BadRequest, "m"},
    {"ErrorString", 400, R"({"error":"m","message":"other"})", BadRequest, "m"},
    {"ErrorInAListInside", 400, R"({"error":[{"message":"m"}]})", BadRequest, "m"},
    {"Errors", 400, R"({"success":false,"errors":[{"code":7000,"message":"m"}],"messages":[]})",
     BadRequest, "m"},
    {"ListOfErrors", 400, R"([{"error":{"message":"m"}}])", BadRequest, "m"},
    {"Message", 400, R"({"code":"x","message":"m"})", BadRequest, "m"},
    {"Msg", 400, R"({"msg":"m"})", BadRequest, "m"},
    {"DetailString", 422, R"({"detail":"m"})", BadRequest, "m"},
    {"DetailList", 422, R"({"detail":[{"loc":["body"],"msg":"m","type":"t"}]})", BadRequest, "m"},
    {"Err", 400, R"({"err":"m"})", BadRequest, "m"},
    {"ErrorMsg", 400, R"({"error_msg":"m"})", BadRequest, "m"},
    {"HeaderMessage", 400, R"({"header":{"message":"m"}})", BadRequest, "m"},
    {"ResponseError", 400, R"({"response":{"error":{"message":"m"}}})", BadRequest, "m"},
    {"NullError", 400, R"({"error":null,"message":"m"})", BadRequest, "m"},
    {"EmptyMessages", 400, R"({"error":{"message":""},"msg":" ","detail":"m"})", BadRequest, "m"},
    {"JsonInTheMessage", 400, R"({"error":{"message":"{\"error\":{\"message\":\"m\"}}"}})",
     BadRequest, "m"},
    {"JsonInJsonInTheMessage", 400, R"({"error":"[{\"error\":\"{\\\"message\\\":\\\"m\\\"}\"}]"})",
     BadRequest, "m"},
    {"JsonWithoutAMessageStays", 400, R"({"error":"{\"a\":1}"})", BadRequest, R"({"a":1})"},
    {"HtmlInTheMessage", 400, R"({"error":"<b>m</b>  n"})", BadRequest, "m n"},
    {"EventOfLiteLlm", 503, "data: {\"error\":{\"message\":\"m\",\"code\":\"503\"}}\n\n", Upstream,
     "m"},
    {"HtmlTitle", 502, "<html><head><title>502 Bad\n Gateway</title></head><body>x</body></html>",
     Upstream, "502 Bad Gateway"},
    {"HtmlWithoutTitle", 502, "<html><body><h1>Bad</h1>Gateway</body></html>", Upstream,
     "Bad Gateway"},
    {"PlainText", 502, "error code: 502", Upstream, "error code: 502"},
    {"Nothing", 502, "", Upstream, "HTTP 502"},
    {"EmptyObject", 500, "{}", Upstream, "{}"},
    {"WhiteSpace", 404, " \r\n", NotFound, "HTTP 404"},
    {"EmptyPage", 503, "<html></html>", Upstream, "HTTP 503"},
    {"BytesThatAreNoText", 500, "\xFF\xFE", Upstream, "\xEF\xBF\xBD\xEF\xBF\xBD"},
};

// protocol.md, 5.2 and 5.3: what it is.
const FailureCase kind_cases[] = {
    {"Unauthorized", 401, R"({"error":{"message":"m"}})", Auth, "m"},
    {"InvalidKeyWithAnyStatus", 400, R"({"error":{"message":"m","code":"invalid_api_key"}})", Auth,
     "m"},
    {"GoogleInvalidKey", 400,
     R"([{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.",)"
     R"("status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}])",
     Auth, "API key not valid. Please pass a valid API key."},
    {"DashboardLogin", 200, R"({"success":false,"message":"not logged in, token missing"})", Auth,
     "not logged in, token missing"},
    {"DashboardLoginInOtherWords", 200, R"({"success":false,"message":"You are not logged in"})",
     Auth, "You are not logged in"},
    {"Forbidden", 403, R"({"error":{"message":"m"}})", Permission, "m"},
    {"Unverified", 400, R"({"error":"Your organization must be verified."})", Permission,
     "Your organization must be verified."},
    {"FirewallPage", 403, "<title>Attention Required!</title>", Permission, "Attention Required!"},
    {"PaymentRequired", 402, R"({"error":{"code":402,"message":"m"},"user_id":"u"})", Quota, "m"},
    {"NewApiQuota", 403, R"({"error":{"message":"m","code":"insufficient_user_quota"}})", Quota,
     "m"},
    {"NewApiQuotaBefore", 403,
     R"({"error":{"message":"m","code":"pre_consume_token_quota_failed"}})", Quota, "m"},
    {"OpenAiQuota", 429, R"({"error":{"message":"m","type":"insufficient_quota"}})", Quota, "m"},
    {"HardLimit", 400, R"({"error":{"message":"m","code":"billing_hard_limit_reached"}})", Quota,
     "m"},
    {"TooManyRequests", 429, R"({"error":{"message":"m"}})", RateLimit, "m"},
    {"GoogleExhausted", 429,
     R"([{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}}])", RateLimit, "m"},
    {"NoSuchAddress", 404, "<title>404 Not Found</title>", NotFound, "404 Not Found"},
    {"NewApiNoChannel", 503,
     R"({"error":{"message":"m","type":"new_api_error","code":"model_not_found"}})", NotFound, "m"},
    {"AzureNoDeployment", 404, R"({"error":{"code":"DeploymentNotFound","message":"m"}})", NotFound,
     "m"},
    {"UnknownField", 400, R"({"error":{"message":"m","type":"invalid_request_error"}})", BadRequest,
     "m"},
    {"WrongMediaType", 415, "", BadRequest, "HTTP 415"},
    {"NginxBody", 413, "<title>413 Request Entity Too Large</title>", TooLarge,
     "413 Request Entity Too Large"},
    {"NewApiBody", 500, R"({"error":{"message":"m","code":"read_request_body_failed"}})", TooLarge,
     "m"},
    {"GoBody", 400, R"({"error":{"message":"http: request body too large"}})", TooLarge,
     "http: request body too large"},
    {"AzureFilter", 400,
     R"({"error":{"message":"m","code":"content_filter","innererror":{"code":"x"}}})", Safety, "m"},
    {"Moderation", 400, R"({"error":{"message":"m","code":"moderation_blocked"}})", Safety, "m"},
    {"PromptBlocked", 400, R"({"error":{"message":"m","code":"prompt_blocked"}})", Safety, "m"},
    {"SensitiveWords", 400, R"({"error":{"message":"m","code":"sensitive_words_detected"}})",
     Safety, "m"},
    {"DashScopeInspection", 400, R"({"code":"DataInspectionFailed","message":"m"})", Safety, "m"},
    {"ArkSensitive", 400,
     R"({"error":{"code":"OutputImageSensitiveContentDetected","message":"m"}})", Safety, "m"},
    {"OpenRouterModeration", 403,
     R"({"error":{"code":403,"message":"m","metadata":{"reasons":["violence"]}}})", Safety, "m"},
    {"ServerError", 500, R"({"error":{"message":"m","type":"upstream_error"}})", Upstream, "m"},
    {"Overloaded", 529, "", Upstream, "HTTP 529"},
    {"PortkeyFailure", 500, R"({"status":"failure","message":"m"})", Upstream, "m"},
    {"RequestTimeout", 408, "", Timeout, "HTTP 408"},
    {"GatewayTimeout", 504, "<title>504 Gateway Time-out</title>", Timeout, "504 Gateway Time-out"},
    {"CloudflareTimeout", 524, "error code: 524", Timeout, "error code: 524"},
    {"Redirect", 301, "<title>301 Moved Permanently</title>", Protocol,
     "The address only leads to another one (HTTP 301)."},
    {"CloudflareNoConnection", 522, "error code: 522", Timeout, "error code: 522"},
};

class HttpFailureTest : public testing::TestWithParam<FailureCase> {};

TEST_P(HttpFailureTest, IsClassifiedAndPutInWords) {
  const Error error = read_http_failure(GetParam().status, GetParam().body);
  EXPECT_EQ(name_of(error.kind), name_of(GetParam().kind));
  EXPECT_EQ(error.detail, GetParam().detail);
}

std::string failure_name(const testing::TestParamInfo<FailureCase>& test) {
  return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(Messages, HttpFailureTest, testing::ValuesIn(message_cases), failure_name);
INSTANTIATE_TEST_SUITE_P(Kinds, HttpFailureTest, testing::ValuesIn(kind_cases), failure_name);

TEST(HttpFailureLengthTest, CutsLongMessagesAndLongPages) {
  const std::string letters(5000, 'x');
  EXPECT_EQ(read_http_failure(400, "{\"error\":\"" + letters + "\"}").detail,
            letters.substr(0, 500) + "...");
  EXPECT_EQ(read_http_failure(500, letters).detail, letters.substr(0, 200) + "...");
}

TEST(HttpFailureLengthTest, SurvivesWrapsWithoutEnd) {
  std::string text = "deep";
  for (int i = 0; i < 6; ++i) {
    std::string escaped;
    for (const char character : text) {
      if (character == '"' || character == '\\') escaped += '\\';
      escaped += character;
    }
    text = "{\"error\":\"" + escaped + "\"}";
  }
  const Error error = read_http_failure(500, text);
  EXPECT_TRUE(error.detail.starts_with("{\"error\":"));
  EXPECT_TRUE(error.detail.contains("deep"));
}

TEST(HttpFailureKeyTest, IsNeverQuoted) {
  const Error error = read_http_failure(
      401, R"({"error":{"message":"Incorrect API key provided: sk-abcDEF123456. Look it up."}})");
  EXPECT_EQ(error.detail, "Incorrect API key provided: [...]. Look it up.");
  EXPECT_EQ(read_http_failure(401, "bad header: Bearer abcdef0123456789").detail,
            "bad header: Bearer [...]");
}

}  // namespace
}  // namespace wordbrush::protocol
