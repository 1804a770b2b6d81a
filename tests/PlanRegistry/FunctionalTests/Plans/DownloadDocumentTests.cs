using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using File = SocialPolicy.PlanRegistry.V1.DownloadDocumentResponse.Types.File;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class DownloadingADocument(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Gives_the_text_that_every_span_points_into()
    {
        var plan = await registry.Import(ByteString.CopyFrom(WordDocument.Of(SamplePlan.Text())), new() { FileName = "ke-hoach.docx" });

        var (file, bytes) = await Download(plan, V1.DocumentForm.Unspecified);

        file.FileName.ShouldBe("ke-hoach.docx.txt");
        var text = Encoding.UTF8.GetString(bytes);
        foreach (var target in plan.Targets)
            text[target.Span.Start..target.Span.End].ShouldBe(target.Text);
    }

    [Fact]
    public async Task Gives_the_bytes_as_they_arrived()
    {
        var sent = WordDocument.Of(SamplePlan.Text());
        var plan = await registry.Import(ByteString.CopyFrom(sent), new() { FileName = "ke-hoach.docx" });

        var (file, bytes) = await Download(plan, V1.DocumentForm.Original);

        bytes.ShouldBe(sent);
        file.ShouldBe(new File { FileName = "ke-hoach.docx", Sha256 = plan.Source.Sha256, SizeBytes = sent.Length });
    }

    [Fact]
    public async Task Comes_in_chunks_under_one_hash()
    {
        var plan = await registry.Import(SamplePlan.Text() + new string('-', 600_000));

        using var call = registry.As("viewer", Role.Viewer).DownloadDocument(new() { Name = plan.Name });
        var messages = new List<V1.DownloadDocumentResponse>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            messages.Add(message);

        messages.Count.ShouldBe(4);
        var bytes = messages.Skip(1).SelectMany(message => message.Chunk).ToArray();
        (messages[0].File.SizeBytes, messages[0].File.Sha256).ShouldBe((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    [Theory]
    [InlineData("plans/01979d6f-0000-7000-8000-000000000000", "PLAN_NOT_FOUND")]
    [InlineData("ke-hoach", "NAME_MALFORMED")]
    public async Task Needs_a_plan(string name, string reason)
    {
        using var call = registry.As("viewer", Role.Viewer).DownloadDocument(new() { Name = name });

        (await Refused.By(() => call.ResponseStream.MoveNext())).Reason.ShouldBe(reason);
    }

    private async Task<(File File, byte[] Bytes)> Download(V1.Plan plan, V1.DocumentForm form)
    {
        using var call = registry.As("viewer", Role.Viewer).DownloadDocument(new() { Name = plan.Name, Form = form });
        File? file = null;
        var bytes = new List<byte>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
        {
            file ??= message.File;
            bytes.AddRange(message.Chunk);
        }

        return (file!, [.. bytes]);
    }
}
