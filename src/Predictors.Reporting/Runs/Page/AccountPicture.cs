namespace Predictors.Reporting;

/// <summary>The picture of where the CPU time went: a part for each account.</summary>
internal static class AccountPicture
{
    private const int Waste = 0;
    private const int TimeLine = 1;

    private static readonly StackView[] s_views =
        [new("CPU waste", "CPU waste (% of span x vCPUs)", "%"), new("the whole time line", "time (% of span x vCPUs)", "%", Whole: 100)];

    /// <param name="scopes">The accounts in the order of <see cref="Account.All"/>, in % of span x vCPUs.</param>
    public static StackSection Of(IReadOnlyList<IReadOnlyList<StackBar>?> scopes) => new("accounts", "Where the CPU time went")
    {
        Text = "The parts of the CPU waste, or of the whole time line, which adds up to span x vCPUs. Stripes tell the second account of a family from the first: "
            + "a poll that failed, overhead after the arrival.",
        Parts = [.. Account.All.Select(a => new StackPart(a.Name, a.Family, [.. ViewsOf(a)]))],
        Views = s_views,
        Scopes = scopes,
    };

    private static IEnumerable<int> ViewsOf(Account account)
    {
        if (Account.Waste.Contains(account))
        {
            yield return Waste;
        }

        if (Account.TimeLine.Contains(account))
        {
            yield return TimeLine;
        }
    }
}
