using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>
/// Short names for contenders: the predictor and those parameters that tell it from the predictor's other rows. What all
/// rows of a predictor share is said once.
/// </summary>
internal sealed class ContenderLabels
{
    private readonly ILookup<string, Contender> _byPredictor;

    public ContenderLabels(IEnumerable<Contender> contenders) =>
        _byPredictor = contenders.ToLookup(c => c.Predictor, StringComparer.Ordinal);

    public string Of(Contender contender) => string.Join(
        ' ', [contender.Predictor, .. Texts(contender.Parameters.Where(p => !IsShared(contender.Predictor, p)))]);

    /// <summary>The predictors that have shared parameters, by name, with these.</summary>
    public IEnumerable<(string Predictor, string Parameters)> Shared() =>
        from rows in _byPredictor
        orderby rows.Key
        let shared = Texts(rows.First().Parameters.Where(p => IsShared(rows.Key, p))).ToArray()
        where shared.Length > 0
        select (rows.Key, string.Join(' ', shared));

    private bool IsShared(string predictor, KeyValuePair<string, string> parameter) =>
        _byPredictor[predictor].All(c => c.Parameters.Contains(parameter));

    private static IEnumerable<string> Texts(IEnumerable<KeyValuePair<string, string>> parameters) =>
        parameters.Select(p => $"{p.Key}={p.Value}");
}
