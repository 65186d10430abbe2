// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dialect.h"

#include <gtest/gtest.h>

#include "protocol/dialect_requests.h"

namespace wordbrush::protocol {
namespace {

using test::asked;
using test::models_asked;

// --- What an address shows ---

struct ShownCase {
  const char* name;
  const char* address;
  const char* dialect;
  const char* model;
};

void PrintTo(const ShownCase& c, std::ostream* os) {
  *os << c.address;
}

const ShownCase shown_cases[] = {
    {"Host", "https://host", "chat", ""},
    {"Base", "https://host/v1", "chat", ""},
    {"ChatCall", "https://host/v1/chat/completions", "chat", ""},
    {"GoogleHost", "https://generativelanguage.googleapis.com", "gemini", ""},
    {"GoogleNative", "https://generativelanguage.googleapis.com/v1beta", "gemini", ""},
    {"GoogleNativeModels", "https://generativelanguage.googleapis.com/v1beta/models", "gemini", ""},
    {"GoogleCall",
     "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro-image:generateContent",
     "gemini", "gemini-3-pro-image"},
    {"GoogleStream",
     "https://generativelanguage.googleapis.com/v1beta/models/g:streamGenerateContent?alt=sse",
     "gemini", "g"},
    {"GoogleModel", "https://generativelanguage.googleapis.com/v1beta/models/g", "gemini", "g"},
    {"GoogleChat", "https://generativelanguage.googleapis.com/v1beta/openai/", "chat", ""},
    {"NotGoogle", "https://evil-generativelanguage.googleapis.com.example/v1beta", "chat", ""},
    {"RelayNative", "https://relay/v1beta/models/g%20x:generateContent", "gemini", "g x"},
    {"RelayVersion", "https://relay/v1beta", "chat", ""},
    {"Generations", "https://host/v1/images/generations", "images", ""},
    {"Edits", "https://host/v1/images/edits/", "images", ""},
    {"AzureImages",
     "https://res.openai.azure.com/openai/deployments/dep/images/generations?api-version=1",
     "images", ""},
};

class ShownDialectTest : public testing::TestWithParam<ShownCase> {};

TEST_P(ShownDialectTest, IsWhatTheAddressTells) {
  const auto endpoint = parse_endpoint(GetParam().address);
  ASSERT_TRUE(endpoint) << endpoint.error().detail;
  EXPECT_STREQ(endpoint->dialect->name, GetParam().dialect);
  EXPECT_EQ(endpoint->model, GetParam().model);
}

INSTANTIATE_TEST_SUITE_P(Addresses, ShownDialectTest, testing::ValuesIn(shown_cases),
                         [](const auto& test) { return std::string(test.param.name); });

// --- Where the calls go ---

struct CallUrlCase {
  const char* name;
  const char* dialect;
  std::string address;
  std::string streamed;  ///< from words alone
  std::string whole;     ///< with a picture
  std::string models;
};

void PrintTo(const CallUrlCase& c, std::ostream* os) {
  *os << c.dialect << " at " << c.address;
}

const std::string google = "https://generativelanguage.googleapis.com/v1beta";

const CallUrlCase url_cases[] = {
    {"GeminiAtGoogle", "gemini", "https://generativelanguage.googleapis.com",
     google + "/models/m:streamGenerateContent?alt=sse", google + "/models/m:generateContent",
     google + "/models?pageSize=1000"},
    {"GeminiAtGooglesChat", "gemini", google + "/openai/",
     google + "/models/m:streamGenerateContent?alt=sse", google + "/models/m:generateContent",
     google + "/models?pageSize=1000"},
    {"GeminiAtAPastedCall", "gemini", google + "/models/other:streamGenerateContent?alt=sse&key=k",
     google + "/models/m:streamGenerateContent?alt=sse&key=k",
     google + "/models/m:generateContent?key=k", google + "/models?pageSize=1000&key=k"},
    {"GeminiAtARelay", "gemini", "https://relay/v1",
     "https://relay/v1beta/models/m:streamGenerateContent?alt=sse",
     "https://relay/v1beta/models/m:generateContent", "https://relay/v1beta/models?pageSize=1000"},
    {"GeminiAtAnotherVersion", "gemini", "https://relay/v1alpha",
     "https://relay/v1alpha/models/m:streamGenerateContent?alt=sse",
     "https://relay/v1alpha/models/m:generateContent",
     "https://relay/v1alpha/models?pageSize=1000"},
    {"GeminiAtAPublisher", "gemini", "https://host/v1/publishers/google/models/x:generateContent",
     "https://host/v1/publishers/google/models/m:streamGenerateContent?alt=sse",
     "https://host/v1/publishers/google/models/m:generateContent",
     "https://host/v1/publishers/google/models?pageSize=1000"},
    {"ImagesAtAHost", "images", "https://host", "https://host/v1/images/generations",
     "https://host/v1/images/edits", "https://host/v1/models"},
    {"ImagesAtAPastedCall", "images", "https://host/api/v3/images/edits",
     "https://host/api/v3/images/generations", "https://host/api/v3/images/edits",
     "https://host/api/v3/models"},
    {"ImagesAtAChatCall", "images", "https://host/v1/chat/completions",
     "https://host/v1/images/generations", "https://host/v1/images/edits",
     "https://host/v1/models"},
    {"ImagesAtAzure", "images",
     "https://res.openai.azure.com/openai/deployments/dep/images/generations?api-version=1",
     "https://res.openai.azure.com/openai/deployments/dep/images/generations?api-version=1",
     "https://res.openai.azure.com/openai/deployments/dep/images/edits?api-version=1",
     "https://res.openai.azure.com/openai/models?api-version=1"},
    {"ImagesAtGoogle", "images", google, google + "/openai/images/generations",
     google + "/openai/images/edits", google + "/openai/models"},
    {"ChatAtGooglesNative", "chat", google + "/models/x:generateContent",
     google + "/openai/chat/completions", google + "/openai/chat/completions",
     google + "/openai/models"},
};

class CallUrlTest : public testing::TestWithParam<CallUrlCase> {};

TEST_P(CallUrlTest, FollowsTheAddress) {
  const CallUrlCase& c = GetParam();
  const PictureRequest words{.model = "m", .stream = true};
  const PictureRequest edit{
      .model = "m", .images = {test::picture("image/png", {1})}, .stream = false};
  EXPECT_EQ(asked(c.dialect, c.address, words).url, c.streamed);
  EXPECT_EQ(asked(c.dialect, c.address, edit).url, c.whole);
  const HttpCall models = models_asked(c.dialect, c.address);
  EXPECT_EQ(models.url, c.models);
  EXPECT_TRUE(models.body.pieces.empty());
}

INSTANTIATE_TEST_SUITE_P(Addresses, CallUrlTest, testing::ValuesIn(url_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(GeminiUrlTest, KeepsAModelsNameWithinItsSegment) {
  const auto url = [](const char* model) {
    return asked("gemini", "https://relay", {.model = model, .stream = false}).url;
  };
  EXPECT_EQ(url("models/m"), "https://relay/v1beta/models/m:generateContent");
  EXPECT_EQ(url("../a b?c#d"), "https://relay/v1beta/models/..%2Fa%20b%3Fc%23d:generateContent");
}

// --- Keys ---

struct KeyHeaderCase {
  const char* name;
  const char* dialect;
  std::string address;
  Headers headers;
};

void PrintTo(const KeyHeaderCase& c, std::ostream* os) {
  *os << c.dialect << " at " << c.address;
}

const KeyHeaderCase key_header_cases[] = {
    {"Chat", "chat", "https://host", {{"Authorization", "Bearer k"}}},
    {"ChatAtGoogle", "chat", google + "/openai", {{"Authorization", "Bearer k"}}},
    {"ChatAtAzure", "chat", "https://res.openai.azure.com/openai/v1", {{"api-key", "k"}}},
    {"GeminiAtGoogle", "gemini", google, {{"x-goog-api-key", "k"}}},
    {"GeminiAtARelay", "gemini", "https://relay", {{"Authorization", "Bearer k"}}},
    {"GeminiAtAHostThatOnlyLooksSo",
     "gemini",
     "https://googleapis.com.example",
     {{"Authorization", "Bearer k"}}},
    {"Images", "images", "https://host:8443", {{"Authorization", "Bearer k"}}},
    {"ImagesAtAzure",
     "images",
     "https://res.openai.azure.com:443/openai/deployments/d",
     {{"api-key", "k"}}},
    {"ImagesAtNewerAzure",
     "images",
     "https://res.services.ai.azure.com/openai/v1",
     {{"api-key", "k"}}},
};

class KeyHeaderTest : public testing::TestWithParam<KeyHeaderCase> {};

TEST_P(KeyHeaderTest, IsTheOnlyPlaceOfTheKey) {
  const KeyHeaderCase& c = GetParam();
  const HttpCall call = asked(c.dialect, c.address, {.model = "m"}, "k");
  EXPECT_EQ(call.headers, c.headers);
  EXPECT_EQ(call.url.find("k="), std::string::npos);
  EXPECT_EQ(models_asked(c.dialect, c.address, "k").headers, c.headers);
  EXPECT_EQ(asked(c.dialect, c.address, {.model = "m"}).headers, Headers());
}

INSTANTIATE_TEST_SUITE_P(Hosts, KeyHeaderTest, testing::ValuesIn(key_header_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_P(KeyHeaderTest, WinsOverAnExtraHeader) {
  const KeyHeaderCase& c = GetParam();
  auto endpoint = parse_endpoint(c.address).value();
  endpoint.dialect = find_dialect(c.dialect).value();
  endpoint.extra_headers = {{c.headers[0].first, "of the user's"}, {"X-Title", "t"}};
  auto expected = endpoint.extra_headers;
  EXPECT_EQ(endpoint.dialect->key_headers(endpoint, ""), expected);
  expected.push_back(c.headers[0]);
  EXPECT_EQ(endpoint.dialect->ask({.model = "m"}, endpoint, "k").headers, expected);
  EXPECT_EQ(endpoint.dialect->list_models(endpoint, "k").headers, expected);
}

// --- Names ---

TEST(FindDialectTest, KnowsEachByItsName) {
  for (const Dialect* const dialect : dialects()) EXPECT_EQ(find_dialect(dialect->name), dialect);
  EXPECT_EQ(find_dialect(""), nullptr);
}

TEST(FindDialectTest, NamesTheOneThatItDoesNotKnow) {
  const auto found = find_dialect("klingon");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, ErrorKind::Input);
  EXPECT_TRUE(found.error().detail.contains("\"klingon\"")) << found.error().detail;
}

}  // namespace
}  // namespace wordbrush::protocol
