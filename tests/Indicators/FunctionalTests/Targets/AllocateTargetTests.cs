using System.Text;
using Google.Protobuf;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using Share = SocialPolicy.Indicators.V1.AllocateTargetRequest.Types.Share;

namespace SocialPolicy.Indicators.FunctionalTests.Targets;

[Collection(nameof(Indicators))]
public sealed class AllocatingATarget(Indicators indicators)
{
    [Fact]
    public async Task Keeps_the_shares_of_units_and_years()
    {
        var jobs = await Jobs();

        var allocation = await indicators.TargetKeeper.AllocateTargetAsync(new() { Target = jobs.Name, Shares = { jobs.Share(0, 2030, "60.25"), jobs.Share(1, 2030, "40.25"), jobs.Share(0, 2029, "7") }, Reason = "Quyết định 12/QĐ-UBND" });

        (allocation.Target, allocation.AddsUp, allocation.Etag).ShouldBe((jobs.Name, true, "v1"));
        allocation.Years.Select(year => (year.Year_, year.Demanded, year.Total)).ShouldBe([(2029, "", "7"), (2030, "100.5", "100.5")]);
        allocation.Years[1].Shares.Select(share => (share.Unit, share.UnitCode, share.UnitName, share.Value)).ShouldBe(
            [.. jobs.Communes.Zip(["60.25", "40.25"], (unit, value) => ($"units/{unit.UnitId}", unit.Codes[0], unit.Name, value)).OrderBy(share => share.Item2, StringComparer.Ordinal)]);
        (await indicators.Targets.GetTargetAllocationAsync(new() { Target = jobs.Name })).ShouldBe(allocation);
        (await indicators.Ask<string>("select reason || ' ' || actor from target_allocations where target_id = @id", new { id = jobs.Id })).ShouldBe("Quyết định 12/QĐ-UBND keeper");
    }

    [Fact]
    public async Task Takes_the_place_of_what_was_said_of_its_years_and_keeps_that()
    {
        var jobs = await Jobs();
        await indicators.TargetKeeper.AllocateTargetAsync(new() { Target = jobs.Name, Shares = { jobs.Share(0, 2030, "60.5"), jobs.Share(1, 2030, "40"), jobs.Share(0, 2029, "7") } });

        var request = new V1.AllocateTargetRequest { Target = jobs.Name, Shares = { jobs.Share(1, 2030, "100.5") }, Etag = "v1" };
        var second = await indicators.TargetKeeper.AllocateTargetAsync(request);

        (second.Etag, second.Years.Count, second.Years[1].Shares.ShouldHaveSingleItem().UnitCode).ShouldBe(("v2", 2, jobs.Communes[1].Codes[0]));
        (await indicators.TargetKeeper.AllocateTargetAsync(new(request) { Etag = "" })).ShouldBe(second);
        (await Refused.By(() => indicators.TargetKeeper.AllocateTargetAsync(new(request) { Etag = "v1" }).ResponseAsync)).Reason.ShouldBe("ETAG_MISMATCH");
        (await indicators.Ask<int>("select count(*) from target_shares s join target_allocations a on a.id = s.allocation_id where a.target_id = @id", new { id = jobs.Id })).ShouldBe(4);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_checks()
    {
        var jobs = await Jobs();

        var checkedOnly = await indicators.TargetKeeper.AllocateTargetAsync(new() { Target = jobs.Name, Shares = { jobs.Share(0, 2030, "100.5") }, ValidateOnly = true });

        checkedOnly.Years.ShouldHaveSingleItem().Total.ShouldBe("100.5");
        (await indicators.Targets.GetTargetAllocationAsync(new() { Target = jobs.Name })).Years.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "none", "FIELD_REQUIRED" }, { "no value", "FIELD_REQUIRED" }, { "text", "VALUE_MALFORMED" }, { "unit", "UNIT_NOT_FOUND" }, { "elsewhere", "UNIT_NOT_OF_TARGET" },
        { "twice", "SHARE_REPEATED" }, { "year", "YEAR_OUT_OF_RANGE" }, { "levels", "SHARES_OF_SEVERAL_LEVELS" }, { "sum", "SHARES_DISAGREE" }, { "target", "TARGET_NOT_FOUND" },
        { "reason", "FIELD_TOO_LONG" }, { "nobody's", "TARGET_WITHOUT_UNIT" }, { "judgement", "TARGET_NOT_ALLOCATABLE" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_with_the_name_of_what_is_wrong(string what, string reason)
    {
        var jobs = await Jobs();
        var request = new V1.AllocateTargetRequest { Target = jobs.Name, Shares = { jobs.Share(0, 2030, "60.5"), jobs.Share(1, 2030, "40") } };
        switch (what)
        {
            case "none": request.Shares.Clear(); break;
            case "no value": request.Shares[0].Value = ""; break;
            case "text": request.Shares[0].Value = "60,5"; break;
            case "unit": request.Shares[0].Unit = "gso:nowhere"; break;
            case "elsewhere": request.Shares[0].Unit = (await indicators.AUnit()).Codes[0]; break;
            case "twice": request.Shares.Add(request.Shares[0]); break;
            case "year": request.Shares[0].Year = 1999; break;
            case "levels": request.Shares[1].Unit = jobs.Province.Codes[0]; break;
            case "sum": request.Shares[1].Value = "40.000001"; break;
            case "target": request.Target = $"targets/{Guid.CreateVersion7()}"; break;
            case "reason": request.Reason = new('x', 1001); break;
            default:
                var other = APlan.Target() with { Comparator = what == "judgement" ? "achieve" : "lt" };
                await indicators.AdoptOf(what == "judgement" ? jobs.Province : null, other);
                request.Target = $"targets/{other.TargetId}";
                break;
        }

        (await Refused.By(() => indicators.TargetKeeper.AllocateTargetAsync(request).ResponseAsync)).Reason.ShouldBe(reason);
        (await indicators.Targets.GetTargetAllocationAsync(new() { Target = jobs.Name })).Years.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Goes_out_as_a_file_and_comes_back(bool csv)
    {
        var jobs = await Jobs();
        var first = await indicators.TargetKeeper.AllocateTargetAsync(new() { Target = jobs.Name, Shares = { jobs.Share(0, 2030, "60.25"), jobs.Share(1, 2030, "40.25") } });

        var file = await Template(new() { Target = jobs.Name, Csv = csv });
        (await Import(new() { Target = jobs.Name, FileName = "giao.xlsx" }, file)).ShouldBe(first);

        (await Refused.By(() => Import(new() { Target = $"targets/{Guid.CreateVersion7()}" }, file))).Reason.ShouldBe("SHARES_OF_ANOTHER_TARGET");
    }

    [Fact]
    public async Task Takes_what_was_entered_in_a_file_and_names_its_cells()
    {
        var jobs = await Jobs();
        byte[] Csv(string first, string second) => Encoding.UTF8.GetBytes($"Mã đơn vị;Tên đơn vị;2030;2031\n{jobs.Communes[0].Codes[0]};A;{first};\n{jobs.Communes[1].Codes[0]};B;{second};1,5\n");

        var allocation = await Import(new() { Target = jobs.Name }, Csv("60,5", "40"));
        allocation.Years.Select(year => (year.Year_, year.Total, year.Shares.Count)).ShouldBe([(2030, "100.5", 2), (2031, "1.5", 1)]);

        var refused = await Refused.By(() => Import(new() { Target = jobs.Name }, Csv("60,5", "x")));
        (refused.Reason, refused.Fields.ShouldHaveSingleItem()).ShouldBe(("VALUE_MALFORMED", "C3"));
        (await Refused.By(() => Import(new() { Target = jobs.Name }, Csv("60,5", "1.234")))).Reason.ShouldBe("NUMBER_AMBIGUOUS");
        (await Refused.By(() => Import(new() { Target = jobs.Name }, Csv("60,5", "39")))).Reason.ShouldBe("SHARES_DISAGREE");
        (await Refused.By(() => Import(new() { Target = jobs.Name }, "a;b"u8.ToArray()))).Reason.ShouldBe("COLUMN_UNKNOWN");
        (await Refused.By(() => Import(new() { Target = jobs.Name }, "2030;2031"u8.ToArray()))).Reason.ShouldBe("COLUMN_REQUIRED");
        (await Refused.By(() => Import(new() { Target = jobs.Name }, "unit;2030;2030"u8.ToArray()))).Reason.ShouldBe("COLUMN_REPEATED");
        (await Refused.By(() => Import(new() { Target = jobs.Name }, []))).Reason.ShouldBe("DOCUMENT_EMPTY");
    }

    private async Task<AllocatedJobs> Jobs()
    {
        var province = await indicators.AUnit("province");
        ChangedUnit[] communes = [await indicators.AUnit("commune", province), await indicators.AUnit("commune", province)];
        var target = APlan.Target() with { Comparator = "ge", Value = 100.5m, Unit = "người", Direction = "up", Year = 2030, Geography = null };
        await indicators.AdoptOf(province, target);
        var counted = await indicators.Create(one => (one.Unit, one.Scale, one.Most, one.OverUnits) = ("người", "", "", V1.Indicator.Types.OverUnits.Sum));
        await indicators.TargetKeeper.AssignIndicatorAsync(new() { Target = $"targets/{target.TargetId}", Indicator = counted.Name });
        return new(target.TargetId, province, communes);
    }

    private async Task<byte[]> Template(V1.GetAllocationTemplateRequest asked)
    {
        using var call = indicators.Targets.GetAllocationTemplate(asked);
        await call.ResponseStream.MoveNext(CancellationToken.None);
        call.ResponseStream.Current.File.FileName.ShouldStartWith("giao-chi-tieu.");
        var bytes = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            bytes.Write(call.ResponseStream.Current.Chunk.Span);
        return bytes.ToArray();
    }

    private async Task<V1.TargetAllocation> Import(V1.ImportAllocationRequest.Types.File file, byte[] bytes)
    {
        using var call = indicators.TargetKeeper.ImportAllocation();
        await call.RequestStream.WriteAsync(new() { File = file });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(bytes) });
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    private sealed record AllocatedJobs(Guid Id, ChangedUnit Province, ChangedUnit[] Communes)
    {
        public string Name => $"targets/{Id}";

        public Share Share(int commune, int year, string value) => new() { Unit = Communes[commune].Codes[0], Year = year, Value = value };
    }
}
