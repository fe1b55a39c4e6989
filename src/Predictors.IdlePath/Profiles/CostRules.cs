namespace Predictors.IdlePath;

/// <summary>Holds that a cost of a profile is one.</summary>
internal static class CostRules
{
    public const long MaxCostNs = 1_000_000_000;

    private const long MaxAsleepNs = 3_600_000_000_000;
    private const int MaxRows = 64;
    private const int MaxQuantiles = 256;

    // The guest's poll loop turns at a fixed rate; only what is paid on the way out of a sleep can depend on it.
    private static readonly string[] s_constant = ["costs.pause", "costs.pollClockCheck"];
    private static readonly string[] s_afterSleep = ["costs.hostWake", "costs.guestEntry", "costs.inject"];

    /// <summary>Checks a cost.</summary>
    /// <param name="cost">The cost, as it was read.</param>
    /// <param name="name">Its JSON name, with that of the object that holds it.</param>
    /// <param name="place">The file, and where in it.</param>
    /// <exception cref="ProfileException">It is none; the message says what is wrong.</exception>
    public static void Check(ProfileCost? cost, string name, string place)
    {
        string where = $"{place}: {name}";
        if (cost is null)
        {
            throw new ProfileException($"{where} is missing; expected ns from 0 to {MaxCostNs} and a source.");
        }

        if (cost.Quantiles is null && cost.AfterSleep is null && cost.Ns is not null)
        {
            if (cost.Ns is < 0 or > MaxCostNs || string.IsNullOrWhiteSpace(cost.Source))
            {
                throw new ProfileException($"{where} is {cost.Ns}; expected ns from 0 to {MaxCostNs} and a source.");
            }

            return;
        }

        RequireOneForm(where, "'ns', 'quantiles' and 'afterSleep'", cost.Ns is not null, cost.Quantiles is not null, cost.AfterSleep is not null);
        if (string.IsNullOrWhiteSpace(cost.Source))
        {
            throw new ProfileException($"{where} has no source; expected where its figures come from.");
        }

        if (s_constant.Contains(name))
        {
            throw Varies(where);
        }

        if (cost.Quantiles is not null)
        {
            CheckQuantiles(cost.Quantiles, where);
        }
        else
        {
            CheckTable(cost.AfterSleep!, name, where);
        }
    }

    /// <summary>Checks a cost that can't vary.</summary>
    /// <inheritdoc cref="Check"/>
    public static void CheckConstant(ProfileCost cost, string name, string place)
    {
        Check(cost, name, place);
        if (!cost.IsConstant)
        {
            throw Varies($"{place}: {name}");
        }
    }

    private static ProfileException Varies(string where) => new($"{where} varies; this cost is a constant: expected 'ns'.");

    private static void CheckTable(IReadOnlyList<CostAfterSleep> rows, string name, string where)
    {
        if (!s_afterSleep.Contains(name))
        {
            throw new ProfileException(
                $"{where} has 'afterSleep'; only what is paid on the way out of a sleep can depend on it: {string.Join(", ", s_afterSleep)}.");
        }

        RequireCount(rows.Count, 1, MaxRows, $"{where}.afterSleep", "rows");
        for (int i = 0; i < rows.Count; i++)
        {
            string row = $"{where}.afterSleep[{i}]";
            CostAfterSleep? current = rows[i];
            CostAfterSleep? previous = i == 0 ? null : rows[i - 1];
            if (current is null)
            {
                throw new ProfileException($"{row} is null; expected a row.");
            }

            if (previous is null ? current.FromNs != 0 : current.FromNs <= previous.FromNs || current.FromNs > MaxAsleepNs)
            {
                string expected = previous is null ? "0 in the first row" : $"more than {previous.FromNs}, the row's before it, up to {MaxAsleepNs}";
                throw new ProfileException($"{row}.fromNs is {current.FromNs}; expected {expected}.");
            }

            RequireOneForm(row, "'ns' and 'quantiles'", current.Ns is not null, current.Quantiles is not null);
            if (current.Quantiles is not null)
            {
                CheckQuantiles(current.Quantiles, row);
            }
            else
            {
                CheckNs(current.Ns!.Value, previous?.Ns ?? 0, "the row's before it", row);
            }
        }
    }

    private static void CheckQuantiles(IReadOnlyList<CostQuantile> quantiles, string where)
    {
        RequireCount(quantiles.Count, 2, MaxQuantiles, $"{where}.quantiles", "quantiles");
        for (int i = 0; i < quantiles.Count; i++)
        {
            string which = $"{where}.quantiles[{i}]";
            CostQuantile? current = quantiles[i];
            if (current is null)
            {
                throw new ProfileException($"{which} is null; expected a share and its ns.");
            }

            (bool isBad, string expected) = i == 0 ? (current.Share != 0, "0: the first quantile is the least cost")
                : i == quantiles.Count - 1 ? (current.Share != 1, "1: the last quantile is the greatest cost")
                : (!(current.Share > quantiles[i - 1].Share && current.Share < 1), $"more than {quantiles[i - 1].Share}, the one before it, and less than 1");
            if (isBad)
            {
                throw new ProfileException(FormattableString.Invariant($"{which}.share is {current.Share}; expected {expected}."));
            }

            CheckNs(current.Ns, i == 0 ? 0 : quantiles[i - 1].Ns, "the one before it", which);
        }
    }

    private static void CheckNs(long ns, long leastNs, string whose, string where)
    {
        if (ns < leastNs || ns > MaxCostNs)
        {
            string least = leastNs == 0 ? "0" : $"{leastNs}, {whose},";
            throw new ProfileException($"{where}.ns is {ns}; expected from {least} to {MaxCostNs}.");
        }
    }

    private static void RequireOneForm(string where, string forms, params bool[] given)
    {
        int count = given.Count(g => g);
        if (count != 1)
        {
            throw new ProfileException($"{where} has {count} of {forms}; expected exactly one.");
        }
    }

    private static void RequireCount(int count, int least, int most, string where, string what)
    {
        if (count < least || count > most)
        {
            throw new ProfileException($"{where} has {count} {what}; expected {least} to {most}.");
        }
    }
}
