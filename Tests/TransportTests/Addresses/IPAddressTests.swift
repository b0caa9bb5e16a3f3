import Testing

@testable import Transport

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("0.0.0.0", IPAddress.Purpose.unspecified), ("0.1.2.3", .unspecified), ("10.0.0.1", .private),
        ("10.255.255.255", .private), ("100.64.0.1", .shared), ("100.127.255.255", .shared), ("127.0.0.1", .loopback),
        ("127.255.255.254", .loopback), ("169.254.1.1", .linkLocal), ("169.254.169.254", .metadata),
        ("168.63.129.16", .metadata), ("100.100.100.200", .metadata), ("172.16.0.1", .private),
        ("172.31.255.255", .private), ("192.0.0.8", .reserved), ("192.0.0.192", .metadata), ("192.0.2.1", .reserved),
        ("192.88.99.1", .reserved), ("192.168.1.1", .private), ("198.18.0.1", .reserved), ("198.19.255.255", .reserved),
        ("198.51.100.7", .reserved), ("203.0.113.9", .reserved), ("224.0.0.1", .multicast),
        ("239.255.255.255", .multicast), ("240.0.0.1", .reserved), ("255.255.255.255", .reserved),
        ("[::]", .unspecified), ("[::1]", .loopback), ("[::127.0.0.1]", .reserved), ("[::2]", .reserved),
        ("[::ffff:127.0.0.1]", .loopback), ("[::ffff:a00:1]", .private), ("[::ffff:0:127.0.0.1]", .reserved),
        ("[64:ff9b::127.0.0.1]", .loopback), ("[64:ff9b::a9fe:a9fe]", .metadata), ("[64:ff9b:1::808:808]", .reserved),
        ("[100::1]", .reserved), ("[2001::1]", .reserved), ("[2001:0:102:304::]", .reserved),
        ("[2001:20::1]", .reserved), ("[2001:db8::1]", .reserved), ("[3fff:1::1]", .reserved),
        ("[2002:7f00:1::1]", .loopback), ("[2002:a9fe:a9fe::]", .metadata), ("[2002:c0a8:101::1]", .private),
        ("[5f00::1]", .reserved), ("[fc00::1]", .private), ("[fd12:3456::1]", .private), ("[fd00:ec2::254]", .metadata),
        ("[fe80::1]", .linkLocal), ("[febf::1]", .linkLocal), ("[fec0::1]", .private), ("[ff02::1]", .multicast),
        ("[2606:4700::5efe:10.0.0.1]", .private), ("[2606:4700::200:5efe:127.0.0.1]", .loopback),
    ])
    func knowsWhatIsNotForEveryone(text: String, purpose: IPAddress.Purpose) throws {
        #expect(try #require(HostLookup.number(text)).purpose == purpose)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "169.253.0.1", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255", "198.17.0.1",
        "198.20.0.1", "223.255.255.255", "[2606:4700:4700::1111]", "[2a00:1450:4001:81a::200e]", "[::ffff:8.8.8.8]",
        "[64:ff9b::8.8.8.8]", "[2002:808:808::1]", "[2001:200::1]", "[2001:4860:4860::8888]",
    ])
    func letsTheInternetPass(text: String) throws {
        #expect(try #require(HostLookup.number(text)).purpose == nil)
    }

    /// The system's resolver takes each of these for 127.0.0.1.
    @Test(arguments: ["127.1", "127.0.1", "0x7f.1", "0x7f000001", "2130706433", "0177.0.0.1", "017700000001"])
    func readsNumbersInOddForms(text: String) {
        #expect(HostLookup.number(text) == .v4(0x7F00_0001))
    }

    @Test(arguments: [
        "127.0.0.1", "::", "::1", "1::", "2001:db8::1", "2001:db8:0:1:1:1:1:1", "2001:0:0:1::1", "1:2:3:4:5:6:7:8",
        "::ffff:7f00:1", "2001:db8::1:0:0:1",
    ])
    func writesAddressesInTheirShortForm(text: String) throws {
        #expect(try #require(HostLookup.number(text.contains(":") ? "[\(text)]" : text)).description == text)
    }

    @Test(arguments: ["localhost", "example.org", "1.2.3.4.5", "[g::]", "0x7g.1"])
    func takesNamesForNames(text: String) { #expect(HostLookup.number(text) == nil) }
}
