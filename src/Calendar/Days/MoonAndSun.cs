namespace SocialPolicy.Calendar;

/// <summary>
/// New moons and the longitude of the sun, by the series of Jean Meeus as Hồ Ngọc Đức's calendar uses them
/// (https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html). Exact to minutes from 1800 to 2199.
/// </summary>
internal static class MoonAndSun
{
    /// <summary>Mean length of a lunation in days.</summary>
    public const double Lunation = 29.530588853;

    /// <summary>Julian date of new moon number 0, that of 1 January 1900.</summary>
    public const double FirstNewMoon = 2415021.076998695;

    /// <summary>Julian date, in universal time, of the new moon with that number.</summary>
    public static double NewMoon(int number)
    {
        double k = number, t = k / 1236.85, t2 = t * t, t3 = t2 * t;
        var sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
        var moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
        var node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;

        var mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
            + 0.00033 * Sin(166.56 + 132.87 * t - 0.009173 * t2);
        var correction = (0.1734 - 0.000393 * t) * Sin(sun) + 0.0021 * Sin(2 * sun)
            - 0.4068 * Sin(moon) + 0.0161 * Sin(2 * moon) - 0.0004 * Sin(3 * moon)
            + 0.0104 * Sin(2 * node) - 0.0051 * Sin(sun + moon) - 0.0074 * Sin(sun - moon)
            + 0.0004 * Sin(2 * node + sun) - 0.0004 * Sin(2 * node - sun) - 0.0006 * Sin(2 * node + moon)
            + 0.0010 * Sin(2 * node - moon) + 0.0005 * Sin(2 * moon + sun);
        return mean + correction - DynamicalLead(t);
    }

    /// <summary>Longitude of the sun at a Julian date, in degrees from 0 to 360.</summary>
    public static double SunLongitude(double julian)
    {
        double t = (julian - 2451545.0) / 36525, t2 = t * t;
        var anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t2 * t;
        var longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2
            + (1.914600 - 0.004817 * t - 0.000014 * t2) * Sin(anomaly)
            + (0.019993 - 0.000101 * t) * Sin(2 * anomaly) + 0.000290 * Sin(3 * anomaly);
        return longitude - 360 * Math.Floor(longitude / 360);
    }

    // How far the even time of the series runs ahead of universal time, in days.
    private static double DynamicalLead(double t) => t < -11
        ? 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t * t * t - 0.000000081 * t * t * t * t
        : -0.000278 + 0.000265 * t + 0.000262 * t * t;

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);
}
