// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address_rules.h"

#include <gtest/gtest.h>

#include <optional>

#include "net/http_stream.h"
#include "net/session.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::net {
namespace {

struct AddressCase {
  const char* address;
  bool near;
};

void PrintTo(const AddressCase& c, std::ostream* os) {
  *os << c.address;
}

class NearAddressTest : public testing::TestWithParam<AddressCase> {};

TEST_P(NearAddressTest, IsToldByItsBytes) {
  const auto address =
      GObjectPtr<GInetAddress>::adopt(g_inet_address_new_from_string(GetParam().address));
  ASSERT_TRUE(address);
  EXPECT_EQ(is_near(address.get()), GetParam().near);
  EXPECT_EQ(is_near_host(GetParam().address), GetParam().near);
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, NearAddressTest,
    testing::Values(
        // The first and the last address of each network, and their neighbors.
        AddressCase{"0.0.0.0", true}, AddressCase{"0.255.255.255", true},
        AddressCase{"1.0.0.0", false}, AddressCase{"9.255.255.255", false},
        AddressCase{"10.0.0.0", true}, AddressCase{"10.255.255.255", true},
        AddressCase{"11.0.0.0", false}, AddressCase{"100.63.255.255", false},
        AddressCase{"100.64.0.0", true}, AddressCase{"100.127.255.255", true},
        AddressCase{"100.128.0.0", false}, AddressCase{"127.0.0.1", true},
        AddressCase{"127.255.255.255", true}, AddressCase{"128.0.0.0", false},
        AddressCase{"169.253.255.255", false}, AddressCase{"169.254.169.254", true},
        AddressCase{"169.255.0.0", false}, AddressCase{"172.15.255.255", false},
        AddressCase{"172.16.0.0", true}, AddressCase{"172.31.255.255", true},
        AddressCase{"172.32.0.0", false}, AddressCase{"192.0.0.1", true},
        AddressCase{"192.167.255.255", false}, AddressCase{"192.168.0.1", true},
        AddressCase{"192.169.0.0", false}, AddressCase{"198.18.0.5", false},
        AddressCase{"203.0.113.7", true}, AddressCase{"223.255.255.255", false},
        AddressCase{"224.0.0.1", true}, AddressCase{"255.255.255.255", true},
        AddressCase{"8.8.8.8", false}, AddressCase{"::", true}, AddressCase{"::1", true},
        AddressCase{"::127.0.0.1", true}, AddressCase{"::ffff:127.0.0.1", true},
        AddressCase{"::ffff:10.1.2.3", true}, AddressCase{"::ffff:8.8.8.8", false},
        AddressCase{"64:ff9b::a00:1", true}, AddressCase{"64:ff9b::808:808", false},
        AddressCase{"64:ff9b:1::1", true}, AddressCase{"100::1", true},
        AddressCase{"2001::1", true}, AddressCase{"2001:db8::1", true},
        AddressCase{"2002:7f00:1::", true}, AddressCase{"2002:808:808::", false},
        AddressCase{"2606:4700::1111", false}, AddressCase{"fbff::1", false},
        AddressCase{"fc00::1", true}, AddressCase{"fdff::1", true}, AddressCase{"fe80::1", true},
        AddressCase{"febf::1", true}, AddressCase{"fec0::1", true}, AddressCase{"ff02::1", true}));

struct FollowCase {
  const char* name;
  AddressSource source;
  const char* address;
  const char* expected;  ///< empty: refused
};

void PrintTo(const FollowCase& c, std::ostream* os) {
  *os << c.name;
}

const AddressSource far_away{.url = "https://api.host/"};
const AddressSource near_by{.url = "http://127.0.0.1:8080/", .is_near = true};

AddressSource redirect_from(const char* url, bool is_near = false) {
  return {.url = url, .is_near = is_near, .is_redirect = true};
}

class FollowTest : public testing::TestWithParam<FollowCase> {};

TEST_P(FollowTest, GivesAnAddressOrRefusesIt) {
  const FollowCase& c = GetParam();
  const auto url = follow(c.source, c.address);
  if (url) {
    EXPECT_EQ(*url, c.expected);
  } else {
    EXPECT_STREQ(c.expected, "") << url.error().detail;
    EXPECT_EQ(url.error().kind, ErrorKind::Download);
    EXPECT_FALSE(url.error().detail.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, FollowTest,
    testing::Values(
        FollowCase{"Whole", far_away, "https://cdn.host/a.png?t=1&s=2",
                   "https://cdn.host/a.png?t=1&s=2"},
        FollowCase{"Unsafe", far_away, "http://cdn.host/a.png", "http://cdn.host/a.png"},
        FollowCase{"Port", far_away, "https://cdn.host:8443/a", "https://cdn.host:8443/a"},
        FollowCase{"Path", far_away, "/images/a.png", "https://api.host/images/a.png"},
        FollowCase{"PathOnAPort", near_by, "/a.png", "http://127.0.0.1:8080/a.png"},
        FollowCase{"OtherHostOfTheScheme", far_away, "//cdn.host/a", "https://cdn.host/a"},
        FollowCase{"Spaces", far_away, " https://cdn.host/a b.png\n", "https://cdn.host/a%20b.png"},
        FollowCase{"Chinese", far_away, "https://cdn.host/图.png",
                   "https://cdn.host/%E5%9B%BE.png"},
        FollowCase{"Escapes", far_away, "https://cdn.host/a%2Fb?x=%3D",
                   "https://cdn.host/a%2Fb?x=%3D"},
        FollowCase{"Fragment", far_away, "https://cdn.host/a#b", "https://cdn.host/a"},
        FollowCase{"LineBreak", far_away, "https://cdn.host/a\r\nX: y",
                   "https://cdn.host/a%0D%0AX:%20y"},
        FollowCase{"Empty", far_away, "", ""}, FollowCase{"Space", far_away, " ", ""},
        FollowCase{"File", far_away, "file:///etc/passwd", ""},
        FollowCase{"FileNearBy", near_by, "file:///etc/passwd", ""},
        FollowCase{"Ftp", far_away, "ftp://cdn.host/a.png", ""},
        FollowCase{"Data", far_away, "data:image/png;base64,AAAA", ""},
        FollowCase{"Script", far_away, "javascript:alert(1)", ""},
        FollowCase{"Resource", far_away, "resource:///a", ""},
        FollowCase{"User", far_away, "https://me@cdn.host/a", ""},
        FollowCase{"Password", far_away, "https://me:secret@cdn.host/a", ""},
        FollowCase{"NoHost", far_away, "https:///a", ""},
        FollowCase{"PortZero", far_away, "https://cdn.host:0/a", ""},
        FollowCase{"HugePort", far_away, "https://cdn.host:99999/a", ""},
        FollowCase{"Backslash", far_away, "https://cdn.host\\@127.0.0.1/a", ""},
        FollowCase{"Loopback", far_away, "http://127.0.0.1/a", ""},
        FollowCase{"LoopbackIpv6", far_away, "http://[::1]/a", ""},
        FollowCase{"MappedLoopback", far_away, "http://[::ffff:7f00:1]/a", ""},
        FollowCase{"Localhost", far_away, "http://localhost:3000/a", ""},
        FollowCase{"LocalhostInCapitals", far_away, "http://LOCALHOST/a", ""},
        FollowCase{"LocalhostWithADot", far_away, "http://localhost./a", ""},
        FollowCase{"UnderLocalhost", far_away, "http://a.localhost/a", ""},
        FollowCase{"Private", far_away, "http://192.168.1.1/admin", ""},
        FollowCase{"Metadata", far_away, "http://169.254.169.254/latest/meta-data/", ""},
        FollowCase{"LinkLocalWithAZone", far_away, "http://[fe80::1%25eth0]/a", ""},
        FollowCase{"LoopbackNearBy", near_by, "http://127.0.0.1:9000/a", "http://127.0.0.1:9000/a"},
        FollowCase{"PrivateNearBy", near_by, "http://192.168.1.5/a", "http://192.168.1.5/a"},
        FollowCase{"PublicNearBy", near_by, "https://cdn.host/a", "https://cdn.host/a"},
        FollowCase{"Redirect", redirect_from("https://a.host/x/y"), "z.png",
                   "https://a.host/x/z.png"},
        FollowCase{"RedirectToSafe", redirect_from("http://a.host/x"), "https://b.host/",
                   "https://b.host/"},
        FollowCase{"RedirectToUnsafe", redirect_from("https://a.host/x"), "http://a.host/x", ""},
        FollowCase{"RedirectUnsafeToUnsafe", redirect_from("http://a.host/x"), "http://b.host/y",
                   "http://b.host/y"},
        FollowCase{"RedirectToNear", redirect_from("https://a.host/x"), "https://10.0.0.1/y", ""},
        FollowCase{"RedirectToFile", redirect_from("https://a.host/x"), "file:///etc/passwd", ""},
        FollowCase{"RedirectNearBy", redirect_from("http://10.0.0.1/x", true), "http://10.0.0.2/y",
                   "http://10.0.0.2/y"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(FollowTest, RefusesWhatIsTooLong) {
  EXPECT_TRUE(follow(far_away, "https://cdn.host/" + std::string(2000, 'a')));
  EXPECT_FALSE(follow(far_away, "https://cdn.host/" + std::string(9000, 'a')));
}

TEST(OriginTest, IsSchemeHostAndPort) {
  EXPECT_TRUE(have_same_origin("https://a.host/x", "https://a.host"));
  EXPECT_TRUE(have_same_origin("https://A.host:443/x", "https://a.host"));
  EXPECT_FALSE(have_same_origin("http://a.host/x", "https://a.host"));
  EXPECT_FALSE(have_same_origin("https://a.host:8443/x", "https://a.host"));
  EXPECT_FALSE(have_same_origin("https://b.host/x", "https://a.host"));
  EXPECT_FALSE(have_same_origin("https://a.host.evil/x", "https://a.host"));
  EXPECT_FALSE(have_same_origin("no address", "no address"));
}

// --- What a connection is made to ---

Result<HttpAnswer> get(const std::string& url, bool only_public) {
  const auto session = make_session();
  std::optional<Result<HttpAnswer>> outcome;
  const auto stream = HttpStream::start(
      session.get(), {.method = "GET", .url = url, .only_public = only_public}, {},
      {.on_bytes = [](std::string_view) {},
       .on_end = [&](Result<HttpAnswer> ended) { outcome = std::move(ended); }});
  EXPECT_TRUE(stream);
  EXPECT_TRUE(test::run_until([&] { return outcome.has_value(); }));
  return std::move(*outcome);
}

const std::string moved =
    "HTTP/1.1 302 Found\r\nLocation: /other?a=1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

TEST(ConnectionTest, TellsThatTheServerIsNearAndWhereItPointsTo) {
  const test::ScriptedServer server({.pieces = {moved}});
  const auto answer = get(server.url(), false);
  ASSERT_TRUE(answer) << answer.error().detail;
  EXPECT_TRUE(answer->is_near);
  EXPECT_EQ(answer->location, "/other?a=1");
}

class NearServerTest : public testing::TestWithParam<const char*> {};

TEST_P(NearServerTest, IsNotAskedFromAfar) {
  const test::ScriptedServer server({.pieces = {moved}});
  const std::string url = "http://" + std::string(GetParam()) + ":" + std::to_string(server.port());
  const auto open = get(url + "/a", false);
  ASSERT_TRUE(open) << "it leads to the server: " << open.error().detail;
  const auto closed = get(url + "/a", true);
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().kind, ErrorKind::Download) << closed.error().detail;
  EXPECT_EQ(server.requests(), 1);
}

INSTANTIATE_TEST_SUITE_P(Hosts, NearServerTest, testing::Values("127.0.0.1", "localhost"));

// Ways to write 127.0.0.1 that no look at the text sees.
class OldSpellingTest : public testing::TestWithParam<const char*> {};

TEST_P(OldSpellingTest, LeadsNowhere) {
  const test::ScriptedServer server({.pieces = {moved}});
  const std::string host = GetParam();
  EXPECT_FALSE(get("http://" + host + ":" + std::to_string(server.port()) + "/a", true));
  EXPECT_EQ(server.requests(), 0);
}

INSTANTIATE_TEST_SUITE_P(Hosts, OldSpellingTest,
                         testing::Values("127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "0"));

}  // namespace
}  // namespace wordbrush::net
