// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/endpoint.h"

#include <gtest/gtest.h>

#include "protocol/dialect.h"

namespace wordbrush::protocol {
namespace {

struct EndpointCase {
  const char* name;
  const char* pasted;
  const char* chat_url;
  const char* models_url;
};

void PrintTo(const EndpointCase& c, std::ostream* os) {
  *os << c.pasted;
}

// protocol.md, 1.1, row by row, then what people do to an address.
const EndpointCase endpoint_cases[] = {
    {"HostOnly", "https://host", "https://host/v1/chat/completions", "https://host/v1/models"},
    {"HostAndSlash", "https://host/", "https://host/v1/chat/completions", "https://host/v1/models"},
    {"Version", "https://host/v1", "https://host/v1/chat/completions", "https://host/v1/models"},
    {"VersionAndSlashes", "https://host/v1//", "https://host/v1/chat/completions",
     "https://host/v1/models"},
    {"WholeCall", "https://host/v1/chat/completions", "https://host/v1/chat/completions",
     "https://host/v1/models"},
    {"WholeCallAndSlash", "https://host/v1/chat/completions/", "https://host/v1/chat/completions",
     "https://host/v1/models"},
    {"WholeCallWithoutVersion", "https://host/chat/completions", "https://host/chat/completions",
     "https://host/models"},
    {"OpenRouter", "https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1/chat/completions",
     "https://openrouter.ai/api/v1/models"},
    {"Google", "https://generativelanguage.googleapis.com/v1beta/openai/",
     "https://generativelanguage.googleapis.com/v1beta/openai/chat/completions",
     "https://generativelanguage.googleapis.com/v1beta/openai/models"},
    {"CloudflareGateway", "https://gateway.ai.cloudflare.com/v1/acct/gw/compat",
     "https://gateway.ai.cloudflare.com/v1/acct/gw/compat/chat/completions",
     "https://gateway.ai.cloudflare.com/v1/acct/gw/compat/models"},
    {"CloudflareAccount", "https://api.cloudflare.com/client/v4/accounts/acct/ai/v1",
     "https://api.cloudflare.com/client/v4/accounts/acct/ai/v1/chat/completions",
     "https://api.cloudflare.com/client/v4/accounts/acct/ai/v1/models"},
    {"Vercel", "https://ai-gateway.vercel.sh/v1",
     "https://ai-gateway.vercel.sh/v1/chat/completions", "https://ai-gateway.vercel.sh/v1/models"},
    {"Helicone", "https://ai-gateway.helicone.ai/v1",
     "https://ai-gateway.helicone.ai/v1/chat/completions",
     "https://ai-gateway.helicone.ai/v1/models"},
    {"LlmGateway", "https://api.llmgateway.io/v1", "https://api.llmgateway.io/v1/chat/completions",
     "https://api.llmgateway.io/v1/models"},
    {"Poe", "https://api.poe.com/v1", "https://api.poe.com/v1/chat/completions",
     "https://api.poe.com/v1/models"},
    {"Ark", "https://ark.cn-beijing.volces.com/api/v3",
     "https://ark.cn-beijing.volces.com/api/v3/chat/completions",
     "https://ark.cn-beijing.volces.com/api/v3/models"},
    {"Azure",
     "https://res.openai.azure.com/openai/deployments/dep/images/"
     "generations?api-version=2025-04-01",
     "https://res.openai.azure.com/openai/deployments/dep/chat/completions?api-version=2025-04-01",
     "https://res.openai.azure.com/openai/models?api-version=2025-04-01"},
    {"AzureDeployment", "https://res.openai.azure.com/openai/deployments/dep?api-version=1",
     "https://res.openai.azure.com/openai/deployments/dep/chat/completions?api-version=1",
     "https://res.openai.azure.com/openai/models?api-version=1"},
    {"ModelsCall", "https://host/v1/models", "https://host/v1/chat/completions",
     "https://host/v1/models"},
    {"PathWithoutVersion", "https://host/relay", "https://host/relay/v1/chat/completions",
     "https://host/relay/v1/models"},
    {"DoubledSlash", "https://host//v1", "https://host/v1/chat/completions",
     "https://host/v1/models"},
    {"SpacesAround", " \thttps://host/v1 \r\n", "https://host/v1/chat/completions",
     "https://host/v1/models"},
    {"UpperCaseScheme", "HTTPS://Api.Example.COM/v1", "https://api.example.com/v1/chat/completions",
     "https://api.example.com/v1/models"},
    {"NoScheme", "api.example.com/v1", "https://api.example.com/v1/chat/completions",
     "https://api.example.com/v1/models"},
    {"NoSchemeButPort", "nas:3000", "https://nas:3000/v1/chat/completions",
     "https://nas:3000/v1/models"},
    {"NoSchemeOnThisComputer", "localhost:11434", "http://localhost:11434/v1/chat/completions",
     "http://localhost:11434/v1/models"},
    {"PlainHttp", "http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions",
     "http://127.0.0.1:8080/v1/models"},
    {"DefaultPort", "https://host:443/v1", "https://host/v1/chat/completions",
     "https://host/v1/models"},
    {"Ipv6", "http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions",
     "http://[::1]:8080/v1/models"},
    {"Query", "https://host/v1?key=a&b=c", "https://host/v1/chat/completions?key=a&b=c",
     "https://host/v1/models?key=a&b=c"},
    {"Fragment", "https://host/v1#top", "https://host/v1/chat/completions",
     "https://host/v1/models"},
    {"EscapesStay", "https://host/a%2Fb/v1", "https://host/a%2Fb/v1/chat/completions",
     "https://host/a%2Fb/v1/models"},
    {"NameInAnotherScript",
     "https://b\xC3\xBC"
     "cher.example/v1",
     "https://xn--bcher-kva.example/v1/chat/completions",
     "https://xn--bcher-kva.example/v1/models"},
};

std::string chat_url(const Endpoint& endpoint) {
  return find_dialect("chat").value()->ask({}, endpoint, "").url;
}

class EndpointTest : public testing::TestWithParam<EndpointCase> {};

TEST_P(EndpointTest, IsMadeOfWhatIsPasted) {
  const auto endpoint = parse_endpoint(GetParam().pasted);
  ASSERT_TRUE(endpoint) << endpoint.error().detail;
  EXPECT_EQ(chat_url(*endpoint), GetParam().chat_url);
  EXPECT_EQ(find_dialect("chat").value()->list_models(*endpoint, "").url, GetParam().models_url);
}

TEST_P(EndpointTest, IsTheSameWhenTheResultIsPastedAgain) {
  const auto first = parse_endpoint(GetParam().pasted);
  ASSERT_TRUE(first);
  const auto second = parse_endpoint(chat_url(*first));
  ASSERT_TRUE(second);
  EXPECT_EQ(second->origin, first->origin);
  EXPECT_EQ(chat_url(*second), chat_url(*first));
}

INSTANTIATE_TEST_SUITE_P(Addresses, EndpointTest, testing::ValuesIn(endpoint_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(EndpointPartsTest, NameTheHostForPeopleAndTheOrigin) {
  const auto endpoint = parse_endpoint("https://Api.example.com:8443/v1");
  ASSERT_TRUE(endpoint);
  EXPECT_EQ(endpoint->host, "api.example.com:8443");
  EXPECT_EQ(endpoint->origin, "https://api.example.com:8443");
}

TEST(EndpointPartsTest, KeepIpv6InBrackets) {
  const auto endpoint = parse_endpoint("http://[::1]:8080");
  ASSERT_TRUE(endpoint);
  EXPECT_EQ(endpoint->host, "[::1]:8080");
  EXPECT_EQ(endpoint->origin, "http://[::1]:8080");
}

struct RefusedCase {
  const char* name;
  const char* pasted;
  const char* word;  ///< of the explanation
};

void PrintTo(const RefusedCase& c, std::ostream* os) {
  *os << c.pasted;
}

const RefusedCase refused_cases[] = {
    {"ATemplatesHost", "https://{resource}.openai.azure.com/openai", "{resource}"},
    {"ATemplatesPath", "https://gateway.example/v1/{account}/{gateway}/compat", "{account}"},
    {"Nothing", "  ", "missing"},
    {"UserAndPassword", "https://me:secret@host/v1", "password"},
    {"UserAlone", "me@host.example/v1", "user name"},
    {"FileScheme", "file:///etc/passwd", "https://"},
    {"FtpScheme", "ftp://host/v1", "https://"},
    {"NoHost", "https:///v1", "not the address"},
    {"OneWord", "gemini-3-pro-image", "not the address"},
    {"SentenceOfWords", "the new one", "not the address"},
    {"SpaceWithin", "https://host/a b", "not the address"},
    {"LineBreakWithin", "https://host/\r\nX-Header: 1", "not the address"},
    {"Backslash", "https://host\\@evil.example/", "not the address"},
    {"PortTooLarge", "https://host:99999/v1", "not the address"},
    {"PortZero", "https://host:0/v1", "not the address"},
    {"PortOfLetters", "https://host:port/v1", "not the address"},
    {"DoubledDot", "https://host..example/v1", "not the address"},
    {"MarkupInHost", "https://<host>/v1", "not the address"},
    {"BadIpv6", "http://[::zz]/v1", "not the address"},
    {"NoUtf8", "https://host/\xFF", "not the address"},
};

class EndpointRefusedTest : public testing::TestWithParam<RefusedCase> {};

TEST_P(EndpointRefusedTest, SaysWhy) {
  const auto endpoint = parse_endpoint(GetParam().pasted);
  ASSERT_FALSE(endpoint) << endpoint->origin;
  EXPECT_EQ(endpoint.error().kind, ErrorKind::Input);
  EXPECT_NE(endpoint.error().detail.find(GetParam().word), std::string::npos)
      << endpoint.error().detail;
}

TEST(EndpointPasswordTest, IsNeverRepeated) {
  const auto endpoint = parse_endpoint("https://me:secret@host/v1");
  ASSERT_FALSE(endpoint);
  EXPECT_EQ(endpoint.error().detail.find("secret"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Nonsense, EndpointRefusedTest, testing::ValuesIn(refused_cases),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::protocol
