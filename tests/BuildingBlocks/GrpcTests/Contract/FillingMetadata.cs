using Grpc.Core;

namespace SocialPolicy.GrpcTests.Contract;

public sealed class FillingMetadata
{
    [Fact]
    public void Keeps_repeated_keys_in_order_and_gets_the_last()
    {
        var metadata = new Metadata { { "Region", "44" }, { "other", "-" }, { "region", "46" } };

        metadata.GetAll("REGION").Select(entry => entry.Value).ShouldBe(["44", "46"]);
        metadata.GetValue("region").ShouldBe("46");
        metadata.Get("region")!.Key.ShouldBe("region");
        metadata.GetValue("absent").ShouldBeNull();
    }

    [Fact]
    public void Copies_bytes_on_the_way_in_and_out()
    {
        byte[] given = [1, 2, 3];
        var entry = new Metadata.Entry("digest-bin", given);

        given[0] = 9;
        entry.ValueBytes[1] = 9;

        entry.ValueBytes.ShouldBe([1, 2, 3]);
        entry.IsBinary.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => entry.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("has space")]
    [InlineData("tên")]
    [InlineData("colon:")]
    public void Refuses_a_key_that_cannot_be_a_header(string key) =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void Refuses_text_under_a_binary_key_and_bytes_under_a_text_key()
    {
        Should.Throw<ArgumentException>(() => new Metadata.Entry("digest-bin", "text"));
        Should.Throw<ArgumentException>(() => new Metadata.Entry("digest", new byte[] { 1 }));
    }

    [Fact]
    public void Is_refused_for_the_empty_one()
    {
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("key", "value"));
        Metadata.Empty.ShouldBeEmpty();
    }
}
