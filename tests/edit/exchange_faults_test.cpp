// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <memory>
#include <optional>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "edit/exchange.h"
#include "edit/fault_rows.h"
#include "edit/fault_wire.h"
#include "edit/sentence.h"
#include "net/session.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

// Every fault over a real connection. A server gives each repeat of a request the same
// answer.
namespace wordbrush::edit::faults {
namespace {

using test::run_until;
using test::ScriptedServer;
using enum ErrorKind;

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
}  // namespace wordbrush::edit::faults
