namespace Predictors.Reporting.Tests;

/// <summary>Colours that a colour-blind reader can tell apart, with enough contrast to be seen.</summary>
public sealed class PaletteTests
{
    // Simulation matrices for linear RGB: Machado, Oliveira and Fernandes, 2009, severity 1.
    private static readonly double[][] s_normal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    private static readonly double[][] s_protan = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
    private static readonly double[][] s_deutan = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
    private static readonly double[][] s_tritan = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

    private static Palette[] Palettes => [Palette.Light, Palette.Dark];

    [TestCaseSource(nameof(Palettes))]
    public void Contenders_UnderEachKindOfSight_AreFarApart(object palette)
    {
        double[][] colours = [.. ((Palette)palette).Contenders.Select(Linear)];
        foreach (double[][] sight in (double[][][])[s_normal, s_protan, s_deutan, s_tritan])
        {
            double[][] seen = [.. colours.Select(c => Lab(Seen(c, sight)))];
            for (int i = 0; i < seen.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    // A difference of 2.3 can just be noticed side by side.
                    Assert.That(Math.Sqrt(seen[i].Zip(seen[j], (a, b) => (a - b) * (a - b)).Sum()), Is.GreaterThan(20), $"colours {j} and {i}");
                }
            }
        }
    }

    [TestCaseSource(nameof(Palettes))]
    public void Contenders_AgainstThePage_HaveTheContrastThatGraphicsNeed(object palette)
    {
        var colours = (Palette)palette;
        double page = Luminance(Linear(colours.Page));
        Assert.That(colours.Contenders, Has.Count.EqualTo(ContenderMarks.Colours));
        foreach (string colour in colours.Contenders)
        {
            double mark = Luminance(Linear(colour));
            Assert.That((Math.Max(mark, page) + 0.05) / (Math.Min(mark, page) + 0.05), Is.GreaterThanOrEqualTo(3), colour);
        }
    }

    private static double[] Linear(string colour) =>
    [
        .. Enumerable.Range(0, 3).Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)),
    ];

    private static double[] Seen(double[] rgb, double[][] sight) => [.. sight.Select(row => Math.Clamp(row.Zip(rgb, (m, c) => m * c).Sum(), 0, 1))];

    private static double Luminance(double[] rgb) => (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);

    private static double[] Lab(double[] rgb)
    {
        double x = F(((0.4124564 * rgb[0]) + (0.3575761 * rgb[1]) + (0.1804375 * rgb[2])) / 0.95047);
        double y = F((0.2126729 * rgb[0]) + (0.7151522 * rgb[1]) + (0.0721750 * rgb[2]));
        double z = F(((0.0193339 * rgb[0]) + (0.1191920 * rgb[1]) + (0.9503041 * rgb[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];

        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
    }
}
