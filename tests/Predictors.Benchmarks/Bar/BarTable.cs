using System.Globalization;

namespace Predictors.Benchmarks;

/// <summary>Cost ratios by predictor, exchange rate and trace, and what the bar asks of them.</summary>
internal sealed class BarTable(IReadOnlyList<string> traces, string[] kernelRules, string[] learned)
{
    /// <summary>The row of the best fixed window in hindsight, the host polling as under the kernels' rules.</summary>
    public const string BestFixed = "best-fixed";

    /// <summary>The same where the host does not poll, as under the learned predictors.</summary>
    public const string BestFixedHostOff = "best-fixed, host off";

    private readonly SortedDictionary<double, Dictionary<string, double[]>> _ratios = [];

    public void Add(string row, double rate, int trace, double ratio)
    {
        if (!_ratios.TryGetValue(rate, out Dictionary<string, double[]>? rows))
        {
            _ratios.Add(rate, rows = []);
        }

        if (!rows.TryGetValue(row, out double[]? ratios))
        {
            rows.Add(row, ratios = new double[traces.Count]);
        }

        ratios[trace] = ratio;
    }

    public void Write(TextWriter output)
    {
        foreach ((double rate, Dictionary<string, double[]> rows) in _ratios)
        {
            output.WriteLine(Text($"exchange rate {rate}: geometric mean of cost / clairvoyant, less 1; geometric mean of the regrets; cost / clairvoyant of each trace"));
            foreach ((string row, double[] ratios) in rows)
            {
                output.WriteLine(Text($"  {row,-28} {OfRatios(ratios),6:F3} {OfRegrets(ratios),6:F3}   {string.Join(' ', ratios.Select(r => r.ToString("F3", CultureInfo.InvariantCulture)))}"));
            }

            WriteBar(output, $"at rate {rate}", r => rows[r]);
        }

        output.WriteLine("traces: " + string.Join(' ', traces));
        WriteBar(output, "over all rates", row => [.. _ratios.Values.SelectMany(rows => rows[row])]);
        WriteWorst(output);
    }

    private void WriteBar(TextWriter output, string what, Func<string, double[]> ratiosOf)
    {
        foreach ((string kind, Func<double[], double> mean) in ((string, Func<double[], double>)[])[("of ratios", OfRatios), ("of regrets", OfRegrets)])
        {
            string kernel = kernelRules.MinBy(r => mean(ratiosOf(r)))!;
            string best = learned.MinBy(r => mean(ratiosOf(r)))!;
            double of = mean(ratiosOf(kernel));
            double by = mean(ratiosOf(best));
            output.WriteLine(Text($"  {what}, geometric mean {kind}: {best} {by:F4}, {kernel} {of:F4}: 1/{of / by:F2} of it"));
        }
    }

    private void WriteWorst(TextWriter output)
    {
        foreach (string bound in (string[])[BestFixed, BestFixedHostOff])
        {
            foreach (string row in learned)
            {
                (double worst, double rate, string trace) = _ratios
                    .SelectMany(r => traces.Select((t, i) => (r.Value[row][i] / r.Value[bound][i], r.Key, t)))
                    .MaxBy(c => c.Item1);
                output.WriteLine(Text($"  {row} costs at most {worst:F3} times {bound} ({trace}, rate {rate})"));
            }
        }
    }

    private static double OfRatios(double[] ratios) => Math.Exp(ratios.Average(Math.Log)) - 1;

    private static double OfRegrets(double[] ratios) => Math.Exp(ratios.Average(r => Math.Log(Math.Max(r - 1, 1e-9))));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
