using System.Diagnostics;

namespace SocialPolicy.Benchmarks.Search;

/// <summary>Asks what officers ask, one question after the other, from two callers.</summary>
internal sealed class Asking(Func<string, Task> ask) : IMeasured
{
    private const int Callers = 2;
    private const double Percentile = 0.95;

    // Common and rare, with diacritics and without, unfinished, scattered, numbers, and words that stand nowhere together.
    private static readonly string[] Questions =
    [
        "bảo hiểm y tế", "bao hiem y te", "hộ nghèo", "ho ngheo", "thất nghiệp khu vực thành thị", "that nghiep", "nước sạch nông thôn", "nuoc sach",
        "tỷ lệ lao động qua đào tạo", "lao động", "đào tạo nghề cho lao động nông thôn", "trẻ em suy dinh dưỡng", "tre em", "người cao tuổi", "nguoi co cong",
        "tăng cường tuyên truyền", "thực hiện", "phối hợp", "kiểm tra giám sát", "nhà ở xã hội", "xóa nhà tạm", "giảm nghèo bền v", "bảo hiểm xã h", "ngh",
        "17/KH-UBND", "kế hoạch 230/KH-UBND", "42-NQ/TW", "chính sách xã hội", "Sơn La", "đắk nông", "dak nong y te", "bác sĩ 10.000 dân", "giáo dục nghề nghiệp tư vấn",
        "chuyển đổi số", "tín dụng chính sách", "quỹ vì người nghèo", "trợ giúp pháp lý", "bình đẳng giới", "không có từ này", "huyện ủy",
    ];

    private int next;

    public async Task<double> Measure(TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => AskUntil(began, duration))));
        var sorted = times.SelectMany(ofCaller => ofCaller).Order().ToArray();
        return sorted[(int)Math.Ceiling(Percentile * sorted.Length) - 1];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<List<double>> AskUntil(long began, TimeSpan duration)
    {
        var times = new List<double>();
        do
        {
            var asked = Stopwatch.GetTimestamp();
            await ask(Questions[Interlocked.Increment(ref next) % Questions.Length]);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        while (Stopwatch.GetElapsedTime(began) < duration);
        return times;
    }
}
